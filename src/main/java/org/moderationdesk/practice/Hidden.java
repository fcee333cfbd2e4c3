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
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Submitted;
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

    /**
     * Gives a queue hidden tests from now on, or none any more.
     *
     * @param oneIn at least {@link #FEWEST_BETWEEN}; 0 for none
     * @param names sets that are published, by id or number
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

    /** Those that were placed, the newest first, at most 2,000. */
    public List<HiddenTest> placed(Person trainer) {
        Rights.require(trainer, Right.TRAIN);
        return store.read(handle -> HiddenRows.newest(handle, MOST));
    }

    /** How they were answered, the newest first: what was undone is left out, what was replaced is not. */
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
        return HiddenRows.decided(handle, tests.keySet()).stream()
                .map(one -> new Answered(Objects.requireNonNull(tests.get(one.itemId())), one.id()))
                .toList();
    }

    private Optional<HiddenResult> result(Person trainer, HiddenTest test, String decisionId) {
        return decisions.find(trainer, decisionId).flatMap(line -> store.read(handle -> result(handle, test, line)));
    }

    private Optional<HiddenResult> result(Handle handle, HiddenTest test, DecisionLine decided) {
        Optional<Proposal> given = decisions.approvals().proposal(handle, decided.id());
        Optional<PracticeItem> item = ItemRows.find(handle, test.setId(), test.version(), test.practiceItem());
        AnswerKey key = KeyRows.some(handle, test.setId(), test.version(), Set.of(test.practiceItem()))
                .get(test.practiceItem());
        if (given.isEmpty() || item.isEmpty() || key == null) {
            return Optional.empty();
        }
        var answer = new GivenAnswer(test.practiceItem(), given.get(), decided.at(), 0);
        ScoringRules scoring =
                SetRow.version(handle, test.setId(), test.version()).terms().scoring();
        Outcome right = key.first().outcome();
        return Optional.of(new HiddenResult(
                test,
                decided.id(),
                decided.person(),
                decided.at(),
                decided.state(),
                decided.outcome(),
                right == null ? decided.outcome() : right,
                scorer.score(scoring, List.of(new Reviewed(item.get(), key, answer)))));
    }

    /**
     * Drops what decisions on tests have done to anything real, once they can be undone no more: to the record of the
     * sources of their reports. Nothing else of them leaves the item and account that were made up for them.
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
        if (due.isEmpty()) {
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
                .filter(one -> !one.dropped() && !one.releaseAt().isAfter(now))
                .toList();
    }

    /**
     * Lets open tests leave their queues as any case does, decided by this lead as the key says, where their queue is given
     * none any more or their set is archived. What somebody is at stays theirs.
     *
     * @return how many have left
     */
    public int retire(Person lead, Review review) {
        Rights.require(lead, Right.TRAIN);
        Rights.require(lead, Right.DECIDE);
        List<HiddenTest> over = store.read(this::over);
        int left = 0;
        for (HiddenTest test : over) {
            Optional<Opened> opened = review.open(test.itemId(), lead).filter(one -> one.claim() != null);
            if (opened.isPresent()) {
                left += decide(review, opened.get(), test) ? 1 : 0;
            }
        }
        return left;
    }

    private boolean decide(Review review, Opened opened, HiddenTest test) {
        Optional<AnswerKey> key = store.read(handle ->
                Optional.ofNullable(KeyRows.some(handle, test.setId(), test.version(), Set.of(test.practiceItem()))
                        .get(test.practiceItem())));
        if (key.isEmpty()
                || !(review.submit(opened, renamed(key.get().first(), test.itemId()), 0)
                        instanceof Submitted.Accepted)) {
            review.release(opened);
            return false;
        }
        return true;
    }

    private static Proposal renamed(Proposal key, String itemId) {
        return new Proposal(
                itemId,
                null,
                null,
                key.answers(),
                key.notes(),
                key.outcome(),
                key.exception(),
                key.reach(),
                key.account(),
                key.referrals(),
                key.noReferral(),
                key.escalateTo(),
                key.evidence(),
                key.offPlatform(),
                key.rationale(),
                key.confidence(),
                key.difficult());
    }

    private List<HiddenTest> over(Handle handle) {
        List<HiddenRows.Seeded> shares = HiddenRows.shares(handle);
        return HiddenRows.newest(handle, MOST).stream()
                .filter(test -> isWaiting(handle, test.itemId()))
                .filter(test -> shares.stream()
                                .noneMatch(one -> one.share().queue().equals(test.queue())
                                        && one.share().oneIn() > 0)
                        || SetRow.find(handle, test.setId())
                                .filter(set -> set.state() == SetState.PUBLISHED)
                                .isEmpty())
                .toList();
    }

    private static boolean isWaiting(Handle handle, String itemId) {
        return handle.createQuery("select count(*) from open_case where item_id = ? and state = 'WAITING'")
                        .bind(0, itemId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
