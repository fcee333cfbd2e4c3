package org.moderationdesk.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.quality.QualityRefused.Why;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.Except;
import org.moderationdesk.review.CaseLooks;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blind second reviews: somebody else than the first person answers the case as it was, and nothing follows from it for
 * the case or the account. One at a time, and no case of the queue beside it. Not for the JavaFX thread; safe for any
 * other.
 */
public final class SecondReviews {
    private static final Logger LOG = LoggerFactory.getLogger(SecondReviews.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int MOST = 200;
    private static final String HOLDS_CASE = "select count(*) from lease where holder = ? and ends_at > ?";

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;
    private final QualityRooms rooms;
    private final Comparing comparing;

    public SecondReviews(Store store, EventLog log, InstantSource clock, QualityRooms rooms) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.rooms = rooms;
        this.comparing = new Comparing(rooms);
    }

    /**
     * A second review that waits; of the first decision it tells nothing.
     *
     * @param again whether this person gave it back: nobody else can take it, or its day is over
     */
    public record Waiting(String id, String itemId, List<String> sections, Instant due, boolean again) {}

    /**
     * What waits for this person, the first due first, at most 200; nothing that they have seen since it was decided. What
     * they gave back comes last, where it comes again.
     */
    public List<Waiting> waiting(Person person) {
        Rights.require(person, Right.DECIDE);
        List<Person> working = rooms.people().working();
        return store.read(handle -> new Offering(handle, person, working).at(clock.instant(), MOST)).stream()
                .map(one -> new Waiting(
                        one.row().id(),
                        one.row().what().itemId(),
                        one.row().what().sections(),
                        Instant.ofEpochMilli(one.row().what().dueAt()),
                        one.again()))
                .toList();
    }

    /**
     * Takes the second review that is due first, and lays its case out as the first person found it.
     *
     * @throws QualityRefused for who holds a case, or another second review, or at a desk that knows nobody else
     * @throws org.moderationdesk.wellbeing.BreakFirst when a break must come before it
     */
    public Optional<Opened> takeNext(Person person) {
        Rights.require(person, Right.DECIDE);
        if (rooms.people().isEmpty()) {
            throw new QualityRefused(Why.NOBODY_ELSE, "");
        }
        var wellbeing = rooms.wellbeing();
        List<CaseFilter> offered = wellbeing.next(person, CaseFilter.all());
        Except notOffered = wellbeing.notOffered(person);
        List<Person> working = rooms.people().working();
        Optional<ReviewRow> taken = log.record(person.name(), act -> {
            Optional<ReviewRow> mine = mine(act.handle(), person.name());
            if (mine.isPresent()) {
                return mine.map(row -> held(act, row));
            }
            if (holdsCase(act, person)) {
                throw new QualityRefused(Why.HOLDS_ANOTHER, "");
            }
            return new Offering(act.handle(), person, working)
                    .at(act.at(), MOST).stream()
                            .filter(one -> notOffered.permits(one.row().what().sections()))
                            .filter(one -> offered.stream()
                                    .anyMatch(filter -> takes(filter, one.row().what())))
                            .findFirst()
                            .map(one -> taken(act, one, person));
        });
        return taken.map(row -> store.read(handle -> laidOut(handle, row, person)));
    }

    /** The second review that this person holds, as it was laid out. */
    public Optional<Opened> held(Person person) {
        return store.read(handle -> mine(handle, person.name()).map(row -> laidOut(handle, row, person)));
    }

    /** Extends the hold, as long as there is input; empty when the person no longer has it. */
    public Optional<Instant> heartbeat(Opened opened) {
        Instant until = clock.instant().plus(LEASE);
        return store.writeSoon(handle -> handle.execute(
                                "update second_review set ends_at = ? where id = ? and second_person = ? and state ="
                                        + " 'TAKEN'",
                                until.toEpochMilli(),
                                opened.decisionId(),
                                opened.facts().person().name())
                        == 1
                ? Optional.of(until)
                : Optional.empty());
    }

    /** Keeps unsent answers: within a second they survive a crash. Only this person finds them again. */
    public void saveDraft(Opened opened, Proposal draft) {
        String person = opened.facts().person().name();
        Instant now = clock.instant();
        int unused = store.writeSoon(handle -> {
            DraftRow.save(handle, opened.decisionId(), person, draft, now);
            return 1;
        });
    }

    /** Records what of its content was uncovered: it counts towards exposure as in any case. */
    public CaseLooks looks() {
        return new CaseLooks(log, rooms.wellbeing(), (act, claim) -> {
            ReviewRow mine = mine(act.handle(), claim.holder())
                    .filter(row -> row.what().caseId() == claim.caseId())
                    .orElseThrow(() -> new QualityRefused(Why.NOT_YOURS, ""));
            return held(mine, claim.holder());
        });
    }

    /** Gives it back: somebody else may take it, and once nobody else can, they themselves. */
    public void release(Opened opened) {
        String person = opened.facts().person().name();
        long unused = log.record(person, act -> {
            ReviewRow row = own(act, opened.decisionId(), person);
            DraftRow.forget(act.handle(), row.id(), person);
            return tell(act, EventKind.SECOND_RETURNED, row, List.of(row.change(act, Stage.WAITING, null, null, 0)));
        });
    }

    /**
     * Records the second answer, by the same rules as any decision, and compares it with the first; nothing else follows
     * from it. The comparison is an act of its own at once after: where the desk is cut off between the two, the next that
     * tidies makes it. What this person has answered already stays as it is.
     *
     * @throws DecisionRefused by the rules
     * @throws QualityRefused when the person no longer has it
     */
    public void submit(Opened opened, Proposal proposal, long activeMs) {
        Person person = opened.facts().person();
        Rights.require(person, Right.DECIDE);
        long unused = log.record(person.name(), act -> answer(act, opened, proposal, activeMs));
        compare(person, opened.decisionId());
    }

    private void compare(Person person, String reviewId) {
        try {
            int unused = log.record(person.name(), act -> comparing.compare(act, reviewId));
        } catch (StoreException cutOff) {
            // The answer is on disk: what is left goes on with the next desk that tidies.
            LOG.warn("a second review was answered and not compared yet");
        }
    }

    private long answer(Act act, Opened opened, Proposal proposal, long activeMs) {
        Person person = opened.facts().person();
        if (isAnswered(act.handle(), opened.decisionId(), person)) {
            return 0;
        }
        ReviewRow row = own(act, opened.decisionId(), person.name());
        if (DrawRow.find(act.handle(), row.id())
                .filter(draw -> draw.first().equals(person.name()))
                .isPresent()) {
            throw new QualityRefused(Why.SAME_PERSON, "");
        }
        CaseFacts facts = new AsItWas(act.handle(), rooms)
                .facts(row.what(), opened.file(), held(row, person.name()), new AsItWas.Who(person, act.at()));
        Judgement judgement = rooms.rules().judge(proposal, facts);
        Outcome outcome = proposal.outcome();
        if (!judgement.accepted() || outcome == null) {
            throw new DecisionRefused(judgement);
        }
        UnaryOperator<String> keeping = text -> text.isBlank() ? "" : act.keep(text);
        var answer = new AnswerRow(
                row.id(),
                row.what().itemId(),
                person.name(),
                outcome,
                act.at().toEpochMilli(),
                activeMs,
                ProposalJson.write(proposal, keeping));
        var rows = List.of(answer.insert(act), row.change(act, Stage.ANSWERED));
        DraftRow.forget(act.handle(), row.id(), person.name());
        return tell(act, EventKind.SECOND_ANSWERED, row, rows);
    }

    private static boolean isAnswered(Handle handle, String reviewId, Person person) {
        return AnswerRow.find(handle, reviewId)
                .filter(answer -> answer.person().equals(person.name()))
                .isPresent();
    }

    /**
     * Compares what this person has answered and a desk that was cut off has not compared; forgets answers to what they no
     * longer hold.
     *
     * @return how many
     */
    public int tidy(Person person) {
        List<String> left = store
                .read(handle ->
                        ReviewRow.list(handle, "where r.second_person = ? and r.state = 'ANSWERED'", person.name()))
                .stream()
                .map(ReviewRow::id)
                .toList();
        int unused = store.writeSoon(handle -> DraftRow.forgetOld(handle, person.name()));
        int compared = 0;
        for (String one : left) {
            compared += log.record(person.name(), act -> comparing.compare(act, one));
        }
        return compared;
    }

    /**
     * A decision's case as it was when it was claimed, to look at: with nothing of the answers, and not whose they are.
     *
     * @return empty for a decision that is not there, or whose case this person may not see
     */
    public Optional<Opened> layOut(String decisionId, Person viewer) {
        Rights.require(viewer, Right.LOOK);
        return store.read(handle -> {
            var reader = new DecidedReader(handle, rooms.items(), rooms.rules().inForce());
            return reader.find(decisionId)
                    .map(stored -> reader.read(stored, SamplingPlan.none()))
                    .filter(found -> found.isSeenBy(handle, viewer))
                    .map(found -> new Snapshot(
                                    handle, rooms.items(), rooms.rules().inForce())
                            .of(found.stored(), clock.instant(), 1))
                    .map(was -> new AsItWas(handle, rooms)
                            .layOut(was, null, Proposal.empty(was.itemId()), decisionId, who(viewer)));
        });
    }

    /** Where the team's rotation, or a wish of their own, asks for lighter work. */
    private static boolean takes(CaseFilter filter, CaseAsItWas what) {
        return filter.severities().isEmpty() || filter.severities().contains(what.severity());
    }

    private static ReviewRow taken(Act act, Offering.Offered offered, Person person) {
        ReviewRow row = offered.row();
        long until = act.at().plus(LEASE).toEpochMilli();
        long now = act.at().toEpochMilli();
        var rows = List.of(row.change(act, Stage.TAKEN, person.name(), now, until));
        Map<String, ?> facts = offered.again() ? Map.of("review", row.id(), "again", true) : Map.of("review", row.id());
        long unused = Comparing.append(act, EventKind.SECOND_TAKEN, row, facts, rows);
        return ReviewRow.find(act.handle(), row.id()).orElseThrow();
    }

    private static ReviewRow held(Act act, ReviewRow row) {
        long until = act.at().plus(LEASE).toEpochMilli();
        Rows.one(act.handle().execute("update second_review set ends_at = ? where id = ?", until, row.id()));
        return ReviewRow.find(act.handle(), row.id()).orElseThrow();
    }

    private Opened laidOut(Handle handle, ReviewRow row, Person person) {
        return new AsItWas(handle, rooms)
                .layOut(
                        row.what(),
                        held(row, person.name()),
                        DraftRow.load(handle, row.id(), person.name())
                                .orElseGet(() -> Proposal.empty(row.what().itemId())),
                        row.id(),
                        who(person));
    }

    private AsItWas.Who who(Person person) {
        return new AsItWas.Who(person, clock.instant());
    }

    /** Token 0: no lease of the queue has it. */
    private static Claim held(ReviewRow row, String person) {
        long since = row.takenAt() == null ? 0 : row.takenAt();
        return new Claim(
                row.what().caseId(),
                row.what().itemId(),
                person,
                0,
                Instant.ofEpochMilli(since),
                Instant.ofEpochMilli(row.endsAt()));
    }

    private static ReviewRow own(Act act, String id, String person) {
        return ReviewRow.find(act.handle(), id)
                .filter(row -> row.state() == Stage.TAKEN && person.equals(row.second()))
                .orElseThrow(() -> new QualityRefused(Why.NOT_YOURS, id));
    }

    private static Optional<ReviewRow> mine(Handle handle, String person) {
        return ReviewRow.list(handle, "where r.second_person = ? and r.state = 'TAKEN'", person).stream()
                .findFirst();
    }

    private static boolean holdsCase(Act act, Person person) {
        return act.handle()
                        .createQuery(HOLDS_CASE)
                        .bind(0, person.name())
                        .bind(1, act.at().toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static long tell(Act act, EventKind kind, ReviewRow row, List<RowState> rows) {
        return act.append(new Entry(kind, row.what().caseId(), row.what().itemId(), Map.of("review", row.id()), rows));
    }
}
