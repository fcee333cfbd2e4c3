package org.moderationdesk.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.Submission;
import org.moderationdesk.decisions.Urgency;
import org.moderationdesk.decisions.WhatWasSeen;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.quality.QualityRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares second reviews with first decisions, and lets team leads resolve where they differ. Not for the JavaFX thread;
 * safe for any other.
 */
public final class Differences {
    private static final int MOST = 500;
    private static final String NOT_BLIND = """
         and not exists (select 1 from second_review mine
                          where mine.item_id = r.item_id and mine.state = 'TAKEN' and mine.second_person = ?)
        """;
    private static final String ONE = "where r.id = ? and r.state in ('DIFFERS', 'CALIBRATION')" + NOT_BLIND;
    private static final String OPEN = "where r.state = ?" + NOT_BLIND + """
         order by r.due_at, r.id
         fetch first ? rows only
        """;

    private static final String URGENCY = "select severity, opened_at, due_at from decision_fact where decision_id = ?";

    private final Store store;
    private final EventLog log;
    private final QualityRooms rooms;
    private final Comparing comparing;

    public Differences(Store store, EventLog log, QualityRooms rooms) {
        this.store = store;
        this.log = log;
        this.rooms = rooms;
        this.comparing = new Comparing(rooms);
    }

    /** What is made of a difference. */
    public enum Verdict {
        KEPT,
        OVERTURNED,
        CALIBRATION
    }

    /**
     * Compares what was answered and, the desk of who answered having been cut off, has not been compared.
     *
     * @return how many
     */
    public int compare(Person lead) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        List<String> answered = store.read(handle -> comparing.answered(handle, MOST));
        int compared = 0;
        for (String one : answered) {
            compared += log.record(lead.name(), act -> comparing.compare(act, one));
        }
        return compared;
    }

    /** Where the two differ and nobody has resolved it, of what this lead may know of, the first due first. */
    public List<Difference> open(Person lead) {
        return list(lead, Stage.DIFFERS);
    }

    /** What was sent to team calibration, and can be resolved from there; as {@link #open}. */
    public List<Difference> inCalibration(Person lead) {
        return list(lead, Stage.CALIBRATION);
    }

    /** One that nobody has resolved, wherever it stands in the lists; as {@link #open}. */
    public Optional<Difference> find(Person lead, String reviewId) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        return store.read(handle -> ReviewRow.list(handle, ONE, reviewId, lead.name()).stream()
                .findFirst()
                .flatMap(row -> DrawRow.find(handle, reviewId)
                        .filter(draw -> draw.isSeenBy(handle, lead))
                        .map(draw -> difference(handle, row, draw, lead))));
    }

    private List<Difference> list(Person lead, Stage stage) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        return store.read(handle -> {
            var found = new ArrayList<Difference>();
            for (ReviewRow row : ReviewRow.list(handle, OPEN, stage.name(), lead.name(), MOST)) {
                DrawRow.find(handle, row.id())
                        .filter(draw -> draw.isSeenBy(handle, lead))
                        .ifPresent(draw -> found.add(difference(handle, row, draw, lead)));
            }
            return found;
        });
    }

    private Difference difference(Handle handle, ReviewRow row, DrawRow draw, Person lead) {
        Proposal first = comparing.first(handle, draw);
        Proposal second = comparing.second(handle, row.id());
        return new Difference(
                row.id(),
                draw.decisionId(),
                draw.itemId(),
                draw.section(),
                first,
                second,
                Comparing.names(Differing.between(first, second)),
                Instant.ofEpochMilli(draw.decidedAt()),
                row.state() == Stage.CALIBRATION,
                against(row, draw, lead, rooms.people().working()).isEmpty() ? null : Why.SOMEBODY_ELSE_CAN);
    }

    /**
     * Resolves a difference. Taking the second makes a new decision in the lead's name that replaces the first and
     * reverses its measures; the rules and four eyes hold for it as for any.
     *
     * @param note to both reviewers; may be blank
     * @return the decision that took the first one's place, if one did
     * @throws QualityRefused when it is resolved already, or somebody else is to do it
     * @throws org.moderationdesk.decisions.DecisionRefused by the rules
     */
    public Optional<Recorded> resolve(Person lead, String reviewId, Verdict verdict, String note) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        List<Person> working = rooms.people().working();
        return log.record(lead.name(), act -> {
            ReviewRow row = ReviewRow.find(act.handle(), reviewId)
                    .filter(found -> found.state() == Stage.DIFFERS || found.state() == Stage.CALIBRATION)
                    .filter(found -> verdict != Verdict.CALIBRATION || found.state() == Stage.DIFFERS)
                    .orElseThrow(() -> new QualityRefused(Why.NOTHING_TO_RESOLVE, reviewId));
            DrawRow draw = DrawRow.find(act.handle(), reviewId)
                    .filter(found -> found.isSeenBy(act.handle(), lead))
                    .orElseThrow(() -> new QualityRefused(Why.NO_SUCH_REVIEW, reviewId));
            against(row, draw, lead, working).ifPresent(others -> {
                throw new QualityRefused(Why.SOMEBODY_ELSE_CAN, String.join(", ", others));
            });
            if (verdict == Verdict.OVERTURNED && draw.first().equals(lead.name())) {
                throw new QualityRefused(Why.SAME_PERSON, "");
            }
            @Nullable Recorded recorded = null;
            if (verdict == Verdict.OVERTURNED) {
                Proposal second = comparing.second(act.handle(), reviewId);
                recorded = replace(act, lead, row.what(), draw.decisionId(), second);
            }
            tellResolved(act, row, draw, new Resolution(verdict, note, recorded));
            return Optional.ofNullable(recorded);
        });
    }

    /** How long {@link #undo} can follow. */
    public Duration undoWindow() {
        return rooms.decisions().undoWindow();
    }

    /**
     * Takes back what this lead made of a difference, within the undo window: it waits again where it waited before. What
     * the second answer changed has gone out at once, and is final.
     *
     * @throws QualityRefused when it is over, somebody else's, or a decision has taken the first one's place
     */
    public void undo(Person lead, String reviewId) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        Duration window = undoWindow();
        long unused = log.record(lead.name(), act -> {
            ReviewRow row = ReviewRow.find(act.handle(), reviewId)
                    .filter(found -> found.state() == Stage.KEPT || found.state() == Stage.CALIBRATION)
                    .orElseThrow(() -> new QualityRefused(Why.NOT_UNDONE, reviewId));
            DrawRow draw = DrawRow.find(act.handle(), reviewId)
                    .filter(found -> found.isSeenBy(act.handle(), lead))
                    .orElseThrow(() -> new QualityRefused(Why.NO_SUCH_REVIEW, reviewId));
            ResolutionRow.Stood stood = ResolutionRow.find(act.handle(), reviewId)
                    .filter(found -> found.row().person().equals(lead.name()))
                    .filter(found -> found.row().verdict().equals(row.state().name()))
                    .filter(found -> act.at().toEpochMilli() < found.row().at() + window.toMillis())
                    .orElseThrow(() -> new QualityRefused(Why.NOT_UNDONE, reviewId));
            return reopen(act, row, draw, waitedAs(act.handle(), stood));
        });
    }

    /** As the entry that told of the resolution says. */
    private static Stage waitedAs(Handle handle, ResolutionRow.Stood stood) {
        String body = handle.createQuery("select body from event where seq = ?")
                .bind(0, stood.eventSeq())
                .mapTo(String.class)
                .one();
        String was =
                JsonMapper.shared().readTree(body).path("facts").path("was").asString("");
        // What was opened again from calibration lies there by an undo, which is not taken back itself.
        if (!was.equals(Stage.DIFFERS.name()) && !was.equals(Stage.CALIBRATION.name())) {
            throw new QualityRefused(Why.NOT_UNDONE, "");
        }
        return Stage.valueOf(was);
    }

    private static long reopen(Act act, ReviewRow row, DrawRow draw, Stage stage) {
        String verdict = stage == Stage.CALIBRATION ? stage.name() : ResolutionRow.UNDONE;
        var rows = new ArrayList<RowState>();
        rows.add(ResolutionRow.put(
                act,
                new ResolutionRow(
                        row.id(), draw.itemId(), act.by(), verdict, act.at().toEpochMilli(), null, null)));
        rows.add(row.change(act, stage));
        rows.add(Comparing.put(act, draw, stage));
        var facts = Map.of("review", row.id(), "state", stage);
        return Comparing.append(act, EventKind.DIFFERENCE_REOPENED, row, facts, rows);
    }

    private record Resolution(
            Verdict verdict, String note, @Nullable Recorded recorded) {}

    private void tellResolved(Act act, ReviewRow row, DrawRow draw, Resolution made) {
        @Nullable String note = made.note().isBlank() ? null : act.keep(made.note());
        @Nullable Recorded recorded = made.recorded();
        Stage stage = Stage.valueOf(made.verdict().name());
        var rows = new ArrayList<RowState>();
        rows.add(ResolutionRow.put(
                act,
                new ResolutionRow(
                        row.id(),
                        draw.itemId(),
                        act.by(),
                        made.verdict().name(),
                        act.at().toEpochMilli(),
                        note,
                        recorded == null ? null : recorded.decisionId())));
        rows.add(row.change(act, stage));
        rows.add(Comparing.put(act, draw, stage));
        var facts =
                new TreeMap<String, Object>(Map.of("review", row.id(), "verdict", made.verdict(), "was", row.state()));
        if (note != null) {
            facts.put("note", note);
        }
        if (recorded != null) {
            facts.put("replacement", recorded.decisionId());
        }
        long unused = Comparing.append(act, EventKind.DIFFERENCE_RESOLVED, row, facts, rows);
    }

    /**
     * Lets a decision in this lead's name take the place of one that stands, as after a ruling.
     *
     * @return the new decision
     * @throws org.moderationdesk.decisions.DecisionRefused by the rules, D11 among them
     */
    public Recorded replace(Person lead, String decisionId, Proposal instead) {
        Rights.require(lead, Right.RESOLVE_DIFFERENCE);
        return log.record(lead.name(), act -> {
            var reader =
                    new DecidedReader(act.handle(), rooms.items(), rooms.rules().inForce());
            Decided decided = reader.find(decisionId)
                    .map(stored -> reader.read(stored, SamplingPlan.none()))
                    .filter(found -> found.isSeenBy(act.handle(), lead))
                    .orElseThrow(() -> new QualityRefused(Why.NO_SUCH_DECISION, decisionId));
            CaseAsItWas was = new Snapshot(
                            act.handle(), rooms.items(), rooms.rules().inForce())
                    .of(decided.stored(), act.at(), 1);
            return replace(act, lead, was, decisionId, instead);
        });
    }

    private Recorded replace(Act act, Person lead, CaseAsItWas was, String first, Proposal instead) {
        var asItWas = new AsItWas(act.handle(), rooms);
        var file = rooms.items()
                .fileAt(act.handle(), was.itemId(), was.version(), was.caseId(), Instant.ofEpochMilli(was.seenAt()))
                .orElseThrow(() -> new QualityRefused(Why.NO_SUCH_DECISION, first));
        CaseFacts facts = asItWas.facts(was, file, null, new AsItWas.Who(lead, act.at()))
                .standing(new Standing.Held(0, act.at().plusSeconds(60)))
                .pressing(urgency(act.handle(), first));
        var submission = new Submission(Ids.next(act.at()), instead, facts, WhatWasSeen.nothing());
        return rooms.decisions().replace(act, submission, first);
    }

    /** How pressing the case was when the first decision was made: the second review's own time is another matter. */
    private static Urgency urgency(Handle handle, String first) {
        return handle.createQuery(URGENCY)
                .bind(0, first)
                .map((row, _) -> new Urgency(
                        Severity.values()[row.getInt("severity")],
                        Instant.ofEpochMilli(row.getLong("opened_at")),
                        Instant.ofEpochMilli(row.getLong("due_at"))))
                .findOne()
                .orElseThrow(() -> new QualityRefused(Why.NO_SUCH_DECISION, first));
    }

    /** Who else could, by name, where this lead made one of the two; empty when they may resolve it themselves. */
    private static Optional<List<String>> against(ReviewRow row, DrawRow draw, Person lead, List<Person> working) {
        if (!draw.first().equals(lead.name()) && !lead.name().equals(row.second())) {
            return Optional.empty();
        }
        List<String> others = working.stream()
                .filter(person -> Rights.has(person, Right.RESOLVE_DIFFERENCE))
                .filter(person -> Rights.sees(person, draw.childSafety()))
                .map(Person::name)
                .filter(name -> !name.equals(draw.first()) && !name.equals(row.second()))
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(others);
    }
}
