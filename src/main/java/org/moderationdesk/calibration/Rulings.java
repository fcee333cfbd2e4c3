package org.moderationdesk.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.calibration.CalibrationRefused.Why;
import org.moderationdesk.calibration.SessionReader.Whole;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ExceptionRule;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What leads rule of the cases of a session. Each act is one transaction and an entry of the log. Not for the JavaFX
 * thread; safe for any other.
 */
public final class Rulings {
    private final Store store;
    private final EventLog log;
    private final CalibrationRooms rooms;

    public Rulings(Store store, EventLog log, CalibrationRooms rooms) {
        this.store = store;
        this.log = log;
        this.rooms = rooms;
    }

    /**
     * Says what is right for a case, by the edition in force: a precedent from now on. With the last one the session ends.
     *
     * @throws CalibrationRefused when the session is open or ended, or the answer or its reason cannot be
     */
    public Session rule(Person lead, String sessionId, int position, RightAnswer answer, Reason reason) {
        Rights.require(lead, Right.CALIBRATE);
        Book book = rooms.rules().inForce();
        Calibration.needs(reason.isLongEnough(), Why.NO_REASON);
        Calibration.needs(isOf(book, answer), Why.NOT_OF_THE_EDITION);
        return log.record(lead.name(), act -> {
            var reader = new SessionReader(act.handle(), lead);
            Whole whole = reader.one(sessionId);
            Calibration.needs(whole.row().state() != SessionState.OPEN, Why.STILL_OPEN);
            Calibration.needs(whole.row().state() == SessionState.CLOSED, Why.NOT_OPEN);
            DisputedRow about = whole.at(position);
            Calibration.needs(whole.shownAt(position).ruling() == null, Why.RULED);
            @Nullable String second = reason.secondWords();
            var row = new RulingRow(
                    Ids.next(act.at()),
                    about,
                    book.edition(),
                    answer,
                    new RulingRow.Words(
                            reason.language(),
                            act.keep(reason.words()),
                            reason.secondLanguage(),
                            second == null ? null : act.keep(second)),
                    act.by(),
                    act.at().toEpochMilli(),
                    null,
                    null,
                    act.next());
            append(act, EventKind.RULING_MADE, row, row.insert(act));
            if (whole.shown().ruled() + 1 == whole.shown().cases().size()) {
                Calibration.end(act, whole);
            }
            return reader.one(sessionId).shown();
        });
    }

    private static void append(Act act, EventKind kind, RulingRow row, RowState told) {
        var facts = Map.of(
                "ruling",
                row.id(),
                "session",
                row.about().sessionId(),
                "edition",
                row.edition(),
                "clauses",
                row.answer().clauses().stream().map(ClauseCode::value).toList(),
                "outcome",
                row.answer().outcome().name());
        act.append(new Entry(kind, null, row.about().itemId(), facts, List.of(told)));
    }

    /** Whether the edition has its clauses, and lets its ground excuse them. */
    private static boolean isOf(Book book, RightAnswer answer) {
        List<Section> sections = new ArrayList<>();
        for (ClauseCode clause : answer.clauses()) {
            Optional<Section> section = book.section(clause.section());
            if (book.rules().stream().noneMatch(rule -> rule.code().equals(clause)) || section.isEmpty()) {
                return false;
            }
            sections.add(section.get());
        }
        if (answer.carveOut() != null) {
            return book.carveOut(answer.carveOut())
                    .map(CarveOut::covers)
                    .filter(covers -> covers.stream().anyMatch(answer.clauses()::contains))
                    .isPresent();
        }
        return answer.ground() == null
                || answer.ground() == ExceptionGround.CARVE_OUT
                || sections.stream().noneMatch(section -> section.exceptions() == ExceptionRule.REFUSED);
    }

    /**
     * Lets a ruling be a precedent no more. What was decided meanwhile stays.
     *
     * @throws CalibrationRefused without a reason, or when there is none in force
     */
    public void withdraw(Person lead, String rulingId, String why) {
        Rights.require(lead, Right.CALIBRATE);
        String said = why.strip();
        Calibration.needs(said.length() >= Reason.SHORTEST && said.length() <= Reason.LONGEST, Why.NO_REASON);
        long unused = log.record(lead.name(), act -> {
            RulingRow row = RulingRow.find(act.handle(), rulingId)
                    .filter(one -> one.about().isSeenBy(act.handle(), lead) && one.withdrawn() == null)
                    .orElseThrow(() -> new CalibrationRefused(Why.UNKNOWN_RULING));
            RulingRow withdrawn =
                    row.withdrawn(new RulingRow.Withdrawn(act.by(), act.at().toEpochMilli(), act.keep(said)));
            append(act, EventKind.RULING_WITHDRAWN, withdrawn, withdrawn.update(act));
            return act.next();
        });
    }

    /**
     * The decision that a session talks about, as it was proposed; only once the session is closed.
     *
     * @param departs whether it is in force and says something else than the ruling, where there is one
     */
    public record InForce(DecisionState state, Proposal proposal, boolean departs) {}

    /** @throws CalibrationRefused while the session is open */
    public InForce inForce(Person viewer, String sessionId, int position) {
        Rights.require(viewer, Right.LOOK);
        SessionCase about = store.read(handle -> {
            Whole whole = new SessionReader(handle, viewer).one(sessionId);
            Calibration.needs(whole.row().state() != SessionState.OPEN, Why.STILL_OPEN);
            return whole.shownAt(position);
        });
        DecisionLine line = rooms.decisions()
                .find(viewer, about.decisionId())
                .orElseThrow(() -> new CalibrationRefused(Why.UNKNOWN_DECISION));
        Proposal proposal = rooms.decisions()
                .approvals()
                .proposal(line.id())
                .orElseThrow(() -> new CalibrationRefused(Why.UNKNOWN_DECISION));
        Ruling ruling = about.ruling();
        return new InForce(
                line.state(),
                proposal,
                ruling != null && isInForce(line.state()) && !ruling.answer().isThatOf(proposal));
    }

    /** Whether a decision can be replaced from here at all. */
    public boolean canReplace() {
        return rooms.replacing() != null;
    }

    private static boolean isInForce(DecisionState state) {
        return switch (state) {
            case IN_EFFECT, AWAITING_SECOND -> true;
            case REVERSED, REPLACED, LAPSED -> false;
        };
    }

    /**
     * Has the decision that the ruling departs from replaced by what somebody answered, who said as the ruling does.
     *
     * @param seat whose answer takes its place
     * @throws CalibrationRefused when nothing is to be replaced, or that answer is not the ruling's
     * @throws org.moderationdesk.decisions.DecisionRefused by the rules
     */
    public Session replace(Person lead, String rulingId, int seat) {
        Rights.require(lead, Right.CALIBRATE);
        RulingRow row = store.read(handle -> RulingRow.find(handle, rulingId)
                        .filter(one -> one.about().isSeenBy(handle, lead) && one.withdrawn() == null))
                .orElseThrow(() -> new CalibrationRefused(Why.UNKNOWN_RULING));
        @Nullable Replacing replacing = rooms.replacing();
        if (replacing == null) {
            throw new CalibrationRefused(Why.NOTHING_TO_REPLACE);
        }
        String sessionId = row.about().sessionId();
        int position = row.about().position();
        Calibration.needs(
                row.replacement() == null && inForce(lead, sessionId, position).departs(), Why.NOTHING_TO_REPLACE);
        Proposal instead =
                store
                        .read(handle -> AnswerRow.shown(handle, AnswerRow.of(handle, sessionId, position), Map.of()))
                        .stream()
                        .filter(one ->
                                one.seat().number() == seat && row.answer().isThatOf(one.proposal()))
                        .findFirst()
                        .map(Answered::proposal)
                        .orElseThrow(() -> new CalibrationRefused(Why.NOTHING_TO_REPLACE));
        String decision = replacing.replace(row.about().decisionId(), instead, lead);
        return log.record(lead.name(), act -> {
            RulingRow now = RulingRow.find(act.handle(), rulingId).orElseThrow().replacing(decision);
            append(act, EventKind.RULING_MADE, now, now.update(act));
            return new SessionReader(act.handle(), lead).one(sessionId).shown();
        });
    }
}
