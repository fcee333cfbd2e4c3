package org.moderationdesk.practice;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.review.Review;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Hidden tests: which share of a queue they are, how they were answered, and their end. For who trains; a share is a
 * team lead's. Not for the JavaFX thread; safe for any other.
 */
public final class Hidden {
    /** The most that a queue is given: one test for every so many cases. */
    public static final int FEWEST_BETWEEN = 5;

    /** So many decisions or more are dropped at once. */
    public static final int FEWEST_DROPPED = 5;

    private static final int FARTHEST_BETWEEN = 100_000;
    private static final int MOST = 2_000;
    private static final int SEED_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;
    private final StoredDecisions decisions;
    private final Sets sets;
    private final Scorer scorer;
    private final PlansInForce plans = new PlansInForce();
    private final HiddenStandings standings = new HiddenStandings();

    public Hidden(Store store, EventLog log, InstantSource clock, StoredDecisions decisions, Sets sets, Scorer scorer) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.decisions = decisions;
        this.sets = sets;
        this.scorer = scorer;
    }

    public List<HiddenShare> shares(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(HiddenRows::shares).stream()
                .map(HiddenRows.Seeded::share)
                .toList();
    }

    /** The queues that can be given some: all that the plan names but those of child safety, which get none. */
    public List<String> queues(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        Plan plan = store.read(plans::read);
        return Stream.concat(
                        Stream.of(Queue.GENERAL),
                        plan.queues().stream().map(NamedQueue::name).filter(name -> !plan.needsClearance(name)))
                .distinct()
                .toList();
    }

    /**
     * Gives a queue hidden tests from now on, or none any more.
     *
     * @param oneIn at least {@link #FEWEST_BETWEEN}; 0 for none
     * @param names sets that are published and not open to everybody, by id or number
     */
    public HiddenShare set(Person lead, String queue, int oneIn, List<String> names) {
        Rights.require(lead, Right.TRAIN);
        Rights.require(lead, Right.SET_ROUTING);
        if (oneIn != 0 && (oneIn < FEWEST_BETWEEN || oneIn > FARTHEST_BETWEEN || names.isEmpty())) {
            throw new PracticeRefused(Why.HIDDEN_SHARE, FEWEST_BETWEEN, FARTHEST_BETWEEN);
        }
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            PracticeSet set = sets.find(lead, name);
            if (set.state() != SetState.PUBLISHED) {
                throw new PracticeRefused(Why.WRONG_STATE, set.number());
            }
            if (set.newest().terms().open()) {
                throw new PracticeRefused(Why.HIDDEN_OPEN, set.number());
            }
            ids.add(set.id());
        }
        var share = new HiddenShare(queue, oneIn, ids, 0);
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        Instant now = clock.instant();
        store.write(handle -> {
            HiddenRows.set(handle, lead, now, share, HexFormat.of().formatHex(seed));
            Journal.tell(handle, lead, now, Journal.Act.HIDDEN_SHARE_SET, queue, Map.of("oneIn", oneIn, "sets", ids));
            return 1;
        });
        return share;
    }

    /** Those that were placed and may be known of by this person, the newest first, at most 2,000. */
    public List<HiddenTest> placed(Person trainer) {
        return standing(trainer).stream().map(PlacedTest::test).toList();
    }

    /** The same, and what has become of each. */
    public List<PlacedTest> standing(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> standings.of(handle, trainer, HiddenRows.newest(handle, MOST)));
    }

    /** Lets tests leave their queues. */
    public HiddenRetiring retiring(Review review) {
        return new HiddenRetiring(store, clock, review);
    }

    /**
     * How they were answered, the newest first: what was undone is left out, what was replaced is not, nor is what whoever
     * retired a test decided on it.
     */
    public List<HiddenResult> results(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        int _ = drop(trainer);
        List<HiddenResult> results = new ArrayList<>();
        for (Answered one : store.read(Hidden::answered)) {
            result(trainer, one.test(), one.decisionId()).ifPresent(results::add);
        }
        results.sort((one, other) -> other.at().compareTo(one.at()));
        return List.copyOf(results);
    }

    private record Answered(HiddenTest test, String decisionId) {}

    private static List<Answered> answered(Handle handle) {
        Map<String, HiddenTest> tests = new HashMap<>();
        HiddenRows.newest(handle, MOST).forEach(test -> tests.put(test.itemId(), test));
        Map<String, Set<String>> retired = HiddenRows.retired(handle, tests.keySet());
        return HiddenRows.decided(handle, tests.keySet()).stream()
                .filter(one -> !retired.getOrDefault(one.itemId(), Set.of()).contains(one.person()))
                .map(one -> new Answered(Objects.requireNonNull(tests.get(one.itemId())), one.id()))
                .toList();
    }

    private Optional<HiddenResult> result(Person trainer, HiddenTest test, String decisionId) {
        return decisions.find(trainer, decisionId).flatMap(line -> store.read(handle -> result(handle, test, line)));
    }

    /** One of {@link #results} beside its key; nothing where either is gone. */
    public Optional<Reviewed> reviewed(Person trainer, HiddenResult one) {
        Rights.require(trainer, Right.TRAIN);
        return decisions
                .find(trainer, one.decisionId())
                .flatMap(line -> store.read(handle -> reviewed(handle, one.test(), line)));
    }

    private Optional<Reviewed> reviewed(Handle handle, HiddenTest test, DecisionLine decided) {
        Optional<Proposal> given = decisions.approvals().proposal(handle, decided.id());
        Optional<PracticeItem> item = ItemRows.find(handle, test.setId(), test.version(), test.practiceItem());
        AnswerKey key = KeyRows.some(handle, test.setId(), test.version(), Set.of(test.practiceItem()))
                .get(test.practiceItem());
        return given.isEmpty() || item.isEmpty() || key == null
                ? Optional.empty()
                : Optional.of(new Reviewed(
                        item.get(), key, new GivenAnswer(test.practiceItem(), given.get(), decided.at(), 0)));
    }

    private Optional<HiddenResult> result(Handle handle, HiddenTest test, DecisionLine decided) {
        return reviewed(handle, test, decided).map(one -> result(handle, test, decided, one));
    }

    private HiddenResult result(Handle handle, HiddenTest test, DecisionLine decided, Reviewed one) {
        ScoringRules scoring =
                SetRow.version(handle, test.setId(), test.version()).terms().scoring();
        Outcome right = one.key().first().outcome();
        return new HiddenResult(
                test,
                decided.id(),
                decided.person(),
                decided.at(),
                decided.state(),
                decided.outcome(),
                right == null ? decided.outcome() : right,
                scorer.score(scoring, List.of(one)));
    }

    /**
     * Drops what decisions on tests have done to anything real, once they can be undone no more and wait for nobody: to the record of the kinds
     * of source that reported them. Nothing else of them leaves the item, account and reporters that were made up for them.
     *
     * <p>Always of several at once: a record that goes down by one, soon after one decision, would tell of that one.
     *
     * @return of how many decisions; none by a trainer, who writes no act
     */
    public int drop(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        if (!Rights.has(trainer, Right.DECIDE)) {
            return 0;
        }
        Instant now = clock.instant();
        List<HiddenRows.Decided> due = store.read(handle -> due(handle, now));
        if (due.size() < FEWEST_DROPPED) {
            return 0;
        }
        return log.record(trainer.name(), act -> {
            int dropped = 0;
            for (HiddenRows.Decided one : due(act.handle(), now)) {
                decisions.forgetReports(act, one.id());
                HiddenRows.dropped(act.handle(), one.id(), now);
                dropped++;
            }
            return dropped;
        });
    }

    private static List<HiddenRows.Decided> due(Handle handle, Instant now) {
        List<String> items =
                HiddenRows.newest(handle, MOST).stream().map(HiddenTest::itemId).toList();
        return HiddenRows.decided(handle, items).stream()
                // What waits, or was let lapse or replaced, has taken its own back, or will.
                .filter(one -> one.state() == DecisionState.IN_EFFECT)
                .filter(one -> !one.dropped() && !one.releaseAt().isAfter(now))
                .toList();
    }
}
