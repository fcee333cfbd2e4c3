package org.moderationdesk.calibration;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.agreement.Rating;
import org.moderationdesk.base.Ids;
import org.moderationdesk.calibration.CalibrationRefused.Why;
import org.moderationdesk.calibration.SessionReader.Whole;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.AwaitedDecision;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.KnownPeople;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Calibration sessions: several people decide the same disputed cases apart, see where they differ once a lead closes the
 * session, and talk about it. Each act is one transaction and an entry of the log. Not for the JavaFX thread; safe for
 * any other.
 */
public final class Calibration {
    /** What a lead is offered at most. */
    public static final int MOST_OFFERED = 200;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<DecisionState> STANDING =
            EnumSet.of(DecisionState.IN_EFFECT, DecisionState.AWAITING_SECOND, DecisionState.REPLACED);

    private final Store store;
    private final EventLog log;
    private final CalibrationRooms rooms;

    public Calibration(Store store, EventLog log, CalibrationRooms rooms) {
        this.store = store;
        this.log = log;
        this.rooms = rooms;
    }

    /** The sessions that this person leads or is asked in, the newest first, at most 300. */
    public List<Session> sessions(Person viewer) {
        Rights.require(viewer, Right.LOOK);
        return store.read(handle -> new SessionReader(handle, viewer).all());
    }

    /** @throws CalibrationRefused when there is none that this person may know of */
    public Session session(Person viewer, String sessionId) {
        Rights.require(viewer, Right.LOOK);
        return store.read(
                handle -> new SessionReader(handle, viewer).one(sessionId).shown());
    }

    /**
     * Those of these that a session can be about: their decisions stand, and no session that is not ruled yet is about
     * them. At most {@value #MOST_OFFERED} are looked at.
     */
    public List<Offered> possible(Person lead, List<Offered> offered) {
        Rights.require(lead, Right.CALIBRATE);
        Set<String> under = store.read(handle -> DisputedRow.underWay(handle));
        return offered.stream()
                .limit(MOST_OFFERED)
                .filter(one -> !under.contains(one.disputed().decisionId()))
                .filter(one -> standing(lead, one.disputed().decisionId()).isPresent())
                .toList();
    }

    private Optional<AwaitedDecision> standing(Person lead, String decisionId) {
        return rooms.decisions()
                .approvals()
                .find(lead, decisionId)
                .filter(one -> STANDING.contains(one.line().state()))
                .filter(one ->
                        !store.read(rooms.tests()::items).contains(one.line().itemId()));
    }

    /**
     * Begins a session. Letters are drawn by lot.
     *
     * @throws CalibrationRefused when it cannot be
     */
    public Session begin(Person lead, NewSession wanted) {
        Rights.require(lead, Right.CALIBRATE);
        if (wanted.title().isEmpty() || wanted.title().length() > NewSession.LONGEST_TITLE) {
            throw new CalibrationRefused(Why.NO_TITLE);
        }
        if (wanted.cases().isEmpty() || wanted.cases().size() > NewSession.MOST_CASES) {
            throw new CalibrationRefused(Why.NO_CASES);
        }
        if (wanted.asked().size() < 2 || wanted.asked().size() > NewSession.MOST_ASKED) {
            throw new CalibrationRefused(Why.TOO_FEW_ASKED);
        }
        List<AwaitedDecision> decisions = wanted.cases().stream()
                .map(Disputed::decisionId)
                .distinct()
                .map(id -> standing(lead, id).orElseThrow(() -> new CalibrationRefused(Why.UNKNOWN_DECISION)))
                .toList();
        boolean childSafety = decisions.getFirst().childSafety();
        needs(decisions.stream().allMatch(one -> one.childSafety() == childSafety), Why.MIXED);
        return log.record(lead.name(), act -> {
            if (!wanted.due().isAfter(act.at())) {
                throw new CalibrationRefused(Why.DUE_PASSED);
            }
            String id = Ids.next(act.at());
            begin(act, id, wanted, decisions);
            return new SessionReader(act.handle(), lead).one(id).shown();
        });
    }

    private static void begin(Act act, String id, NewSession wanted, List<AwaitedDecision> decisions) {
        List<String> lot = new ArrayList<>(wanted.asked());
        lot.forEach(name -> needsToDecide(act, name, decisions.getFirst().childSafety()));
        Collections.shuffle(lot, RANDOM);
        List<RowState> rows = new ArrayList<>();
        long at = act.at().toEpochMilli();
        var session = new SessionRow(
                id,
                act.keep(wanted.title()),
                act.by(),
                at,
                wanted.due().toEpochMilli(),
                SessionState.OPEN,
                false,
                null,
                null,
                act.next());
        rows.add(session.insert(act));
        List<DisputedRow> cases = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            AwaitedDecision one = decisions.get(i);
            CaseSource source = wanted.cases().stream()
                    .filter(named -> named.decisionId().equals(one.line().id()))
                    .findFirst()
                    .orElseThrow()
                    .source();
            cases.add(new DisputedRow(
                    id, i + 1, one.line().id(), one.line().itemId(), one.line().person(), source, one.childSafety()));
        }
        cases.forEach(one -> rows.add(one.insert(act)));
        for (int i = 0; i < lot.size(); i++) {
            rows.add(new SeatRow(id, i + 1, lot.get(i)).insert(act));
        }
        act.append(new Entry(
                EventKind.CALIBRATION_OPENED,
                null,
                ofSession(cases),
                Map.of("session", id, "cases", cases.size(), "asked", lot.size()),
                rows));
    }

    private static void needsToDecide(Act act, String name, boolean childSafety) {
        Person person = KnownPeople.find(act.handle(), name)
                .filter(member -> member.name().equals(name) && !member.disabled())
                .map(Member::person)
                .filter(one -> Rights.has(one, Right.DECIDE))
                .orElseThrow(() -> new CalibrationRefused(Why.UNKNOWN_PERSON));
        needs(Rights.sees(person, childSafety), Why.NOT_CLEARED);
    }

    /** A session that is about child safety is there for the cleared alone, also in the log. */
    static @Nullable String ofSession(List<DisputedRow> cases) {
        return cases.getFirst().childSafety() ? cases.getFirst().itemId() : null;
    }

    /** The case of a session as it was at the first decision's claim, to be decided by this person. */
    public Opened layOut(Person person, String sessionId, int position) {
        SessionCase one = store.read(
                handle -> new SessionReader(handle, person).one(sessionId).shownAt(position));
        return rooms.blind()
                .layOut(one.decisionId(), person)
                .orElseThrow(() -> new CalibrationRefused(Why.UNKNOWN_SESSION));
    }

    /**
     * What this person decides of a case, once; nobody else sees it before the session is closed.
     *
     * @param activeMs how long the person was at it
     * @throws CalibrationRefused when it is not theirs to answer
     * @throws DecisionRefused when it could not be a decision by the rules
     */
    public Session answer(Person person, String sessionId, int position, Proposal proposal, long activeMs) {
        Rights.require(person, Right.DECIDE);
        if (proposal.outcome() == null) {
            throw new CalibrationRefused(Why.NO_OUTCOME);
        }
        Opened laid = layOut(person, sessionId, position);
        var held = new Standing.Held(1, Instant.MAX);
        Judgement judgement = rooms.rules().judge(proposal, laid.facts().standing(held));
        if (!judgement.accepted()) {
            throw new DecisionRefused(judgement);
        }
        return log.record(person.name(), act -> {
            Whole whole = new SessionReader(act.handle(), person).one(sessionId);
            needs(whole.row().state() == SessionState.OPEN, Why.NOT_OPEN);
            switch (whole.shownAt(position).own()) {
                case NOT_ASKED -> throw new CalibrationRefused(Why.NOT_ASKED);
                case DECIDED_FIRST -> throw new CalibrationRefused(Why.DECIDED_FIRST);
                case ANSWERED -> throw new CalibrationRefused(Why.ANSWERED);
                case TO_ANSWER -> {}
            }
            DisputedRow about = whole.at(position);
            RowState told = Vote.of(act, about, proposal, activeMs).insert(act);
            act.append(entry(EventKind.CALIBRATION_ANSWERED, about, Map.of(), List.of(told)));
            return new SessionReader(act.handle(), person).one(sessionId).shown();
        });
    }

    private static Entry entry(EventKind kind, DisputedRow about, Map<String, ?> also, List<RowState> rows) {
        var facts = new TreeMap<String, Object>(also);
        facts.put("session", about.sessionId());
        facts.put("position", about.position());
        return new Entry(kind, null, about.itemId(), facts, rows);
    }

    /** Whoever answered a case oneself may read that again, and nobody else's while the session is open. */
    public List<Answered> answers(Person person, String sessionId, int position) {
        Rights.require(person, Right.LOOK);
        return store.read(handle -> {
            Whole whole = new SessionReader(handle, person).one(sessionId);
            SessionCase one = whole.shownAt(position);
            if (whole.row().state() != SessionState.OPEN) {
                Map<Integer, Seat> seats = new HashMap<>();
                whole.shown().seats().forEach(seat -> seats.put(seat.number(), seat));
                return AnswerRow.shown(handle, AnswerRow.of(handle, sessionId, one.position()), seats);
            }
            return Vote.own(handle, sessionId, position, person.name()).stream()
                    .map(vote -> new Answered(
                            new Seat(whole.shown().ownSeat(), null),
                            Instant.ofEpochMilli(vote.at()),
                            vote.activeMs(),
                            vote.proposal()))
                    .toList();
        });
    }

    /**
     * Who answered which outcome, by letter, over all cases of a closed session: what agreement is measured of.
     *
     * @throws CalibrationRefused while it is open
     */
    public List<Rating<Outcome>> ratings(Person viewer, String sessionId) {
        Rights.require(viewer, Right.LOOK);
        return store.read(handle -> {
            Whole whole = new SessionReader(handle, viewer).one(sessionId);
            needs(whole.row().state() != SessionState.OPEN, Why.STILL_OPEN);
            return whole.cases().stream()
                    .flatMap(about -> AnswerRow.of(handle, sessionId, about.position()).stream())
                    .map(row ->
                            new Rating<>(Integer.toString(row.position()), Integer.toString(row.seat()), row.outcome()))
                    .toList();
        });
    }

    /**
     * Lets nobody answer any more, and lays the answers side by side.
     *
     * @throws CalibrationRefused when it is closed
     */
    public Session close(Person lead, String sessionId) {
        Rights.require(lead, Right.CALIBRATE);
        return log.record(lead.name(), act -> {
            var reader = new SessionReader(act.handle(), lead);
            Whole whole = reader.one(sessionId);
            needs(whole.row().state() == SessionState.OPEN, Why.NOT_OPEN);
            RowState closed = whole.row().closed(act.at().toEpochMilli()).update(act);
            act.append(new Entry(
                    EventKind.CALIBRATION_CLOSED,
                    null,
                    ofSession(whole.cases()),
                    Map.of("session", sessionId),
                    List.of(closed)));
            unseal(act, whole);
            return reader.one(sessionId).shown();
        });
    }

    /** What was sealed becomes rows of the log, free text beside it; a vote that is not what was sealed does not. */
    private static void unseal(Act act, Whole whole) {
        List<Vote> votes = Vote.unsealed(act.handle(), whole.row().id());
        for (DisputedRow about : whole.cases()) {
            List<RowState> rows = new ArrayList<>();
            var salts = new TreeMap<String, Object>();
            for (Vote vote : votes) {
                if (vote.position() == about.position()) {
                    int seat = whole.seatOf(vote.person()).orElseThrow().seat();
                    List<String> kept = vote.words().stream().map(act::keep).toList();
                    Outcome outcome = vote.proposal().outcome();
                    if (outcome != null) {
                        rows.add(new AnswerRow(
                                        vote.sessionId(),
                                        vote.position(),
                                        seat,
                                        vote.itemId(),
                                        outcome,
                                        vote.at(),
                                        vote.activeMs(),
                                        vote.body(),
                                        kept)
                                .insert(act));
                        salts.put(Integer.toString(seat), vote.salt());
                    }
                }
            }
            if (!rows.isEmpty()) {
                act.append(entry(EventKind.CALIBRATION_CLOSED, about, Map.of("salts", salts), rows));
            }
        }
        Vote.forget(act.handle(), whole.row().id());
    }

    /**
     * Lets everybody see who answered what.
     *
     * @throws CalibrationRefused while it is open
     */
    public Session showNames(Person lead, String sessionId) {
        Rights.require(lead, Right.CALIBRATE);
        return change(lead, sessionId, EventKind.CALIBRATION_NAMED, SessionRow::named);
    }

    /**
     * Ends a session: the cases that have no ruling stay without one.
     *
     * @throws CalibrationRefused while it is open, or when it is ended
     */
    public Session end(Person lead, String sessionId) {
        Rights.require(lead, Right.CALIBRATE);
        return log.record(lead.name(), act -> {
            var reader = new SessionReader(act.handle(), lead);
            Whole whole = reader.one(sessionId);
            needs(whole.row().state() != SessionState.OPEN, Why.STILL_OPEN);
            needs(whole.row().state() == SessionState.CLOSED, Why.NOT_OPEN);
            end(act, whole);
            return reader.one(sessionId).shown();
        });
    }

    static void end(Act act, Whole whole) {
        RowState told = whole.row().ruled(act.at().toEpochMilli()).update(act);
        act.append(new Entry(
                EventKind.CALIBRATION_RULED,
                null,
                ofSession(whole.cases()),
                Map.of("session", whole.row().id()),
                List.of(told)));
    }

    private Session change(Person lead, String sessionId, EventKind kind, UnaryOperator<SessionRow> change) {
        return log.record(lead.name(), act -> {
            var reader = new SessionReader(act.handle(), lead);
            Whole whole = reader.one(sessionId);
            needs(whole.row().state() != SessionState.OPEN, Why.STILL_OPEN);
            RowState told = change.apply(whole.row()).update(act);
            act.append(new Entry(kind, null, ofSession(whole.cases()), Map.of("session", sessionId), List.of(told)));
            return reader.one(sessionId).shown();
        });
    }

    /**
     * Says something of a case whose answers lie side by side; only who is asked and leads do.
     *
     * @throws CalibrationRefused while it is open, or without words
     */
    public List<Remark> remark(Person person, String sessionId, int position, String words) {
        Rights.require(person, Right.DECIDE);
        String said = words.strip();
        needs(!said.isEmpty() && said.length() <= Remark.LONGEST, Why.NO_WORDS);
        return log.record(person.name(), act -> {
            Whole whole = new SessionReader(act.handle(), person).one(sessionId);
            needs(whole.row().state() != SessionState.OPEN, Why.STILL_OPEN);
            DisputedRow about = whole.at(position);
            String kept = act.keep(said);
            RowState told = new RemarkRow(
                            Ids.next(act.at()),
                            sessionId,
                            position,
                            about.itemId(),
                            person.name(),
                            act.at().toEpochMilli(),
                            kept)
                    .insert(act);
            act.append(entry(EventKind.CALIBRATION_REMARKED, about, Map.of(), List.of(told)));
            return remarks(act.handle(), whole, position);
        });
    }

    /** What was said of a case, the oldest first, at most 500. */
    public List<Remark> remarks(Person person, String sessionId, int position) {
        Rights.require(person, Right.LOOK);
        return store.read(handle -> {
            Whole whole = new SessionReader(handle, person).one(sessionId);
            return remarks(handle, whole, whole.shownAt(position).position());
        });
    }

    private static List<Remark> remarks(Handle handle, Whole whole, int position) {
        List<RemarkRow> rows = RemarkRow.of(handle, whole.row().id(), position);
        Map<String, String> texts =
                FreeTexts.of(handle, rows.stream().map(RemarkRow::words).toList());
        return rows.stream()
                .map(row -> new Remark(
                        row.id(),
                        whole.seatOf(row.person())
                                .map(seat -> new Seat(seat.seat(), whole.row().namesShown() ? seat.person() : null))
                                .orElse(null),
                        Instant.ofEpochMilli(row.at()),
                        texts.getOrDefault(row.words(), "")))
                .toList();
    }

    static void needs(boolean holds, Why why) {
        if (!holds) {
            throw new CalibrationRefused(why);
        }
    }
}
