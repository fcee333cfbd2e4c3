package org.moderationdesk.practice;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Lets hidden tests leave their queues as any case does: decided by a lead, as the key says. What that lead decides on them
 * is no result. Not for the JavaFX thread; safe for any other.
 */
public final class HiddenRetiring {
    private static final int MOST = 2_000;

    private final Store store;
    private final InstantSource clock;
    private final Review review;

    HiddenRetiring(Store store, InstantSource clock, Review review) {
        this.store = store;
        this.clock = clock;
        this.review = review;
    }

    /**
     * All whose queue is given none any more or whose set is archived. What somebody is at stays theirs.
     *
     * @return how many have left
     */
    public int over(Person lead) {
        require(lead);
        int left = 0;
        for (HiddenTest test : store.read(this::over)) {
            left += decided(lead, test).isPresent() ? 1 : 0;
        }
        return left;
    }

    /**
     * One that waits in its queue.
     *
     * @return the decision, which is undone as any within its time
     * @throws PracticeRefused where it is no test, or somebody is at it or has decided it
     */
    public Recorded one(Person lead, String itemId) {
        require(lead);
        HiddenTest test = store.read(handle -> HiddenRows.find(handle, itemId))
                .orElseThrow(() -> new PracticeRefused(Why.UNKNOWN_ITEM, itemId));
        if (!store.read(handle -> isWaiting(handle, itemId))) {
            throw new PracticeRefused(Why.NOT_WAITING, itemId);
        }
        return decided(lead, test).orElseThrow(() -> new PracticeRefused(Why.NOT_WAITING, itemId));
    }

    /** Puts one back into its queue, within the time to undo. */
    public void back(Person lead, String decisionId) {
        require(lead);
        Opened again = review.undo(decisionId, lead).opened();
        if (again != null) {
            review.release(again);
        }
    }

    private static void require(Person lead) {
        Rights.require(lead, Right.TRAIN);
        Rights.require(lead, Right.DECIDE);
    }

    private Optional<Recorded> decided(Person lead, HiddenTest test) {
        return review.open(test.itemId(), lead)
                .filter(one -> one.claim() != null)
                .flatMap(opened -> decided(lead, opened, test));
    }

    private Optional<Recorded> decided(Person lead, Opened opened, HiddenTest test) {
        Optional<AnswerKey> key = store.read(handle ->
                Optional.ofNullable(KeyRows.some(handle, test.setId(), test.version(), Set.of(test.practiceItem()))
                        .get(test.practiceItem())));
        if (key.isPresent()) {
            // Told first: whoever was about to retire one knows what it is, and answers nothing with it any more.
            boolean _ = store.write(handle -> {
                Journal.tell(
                        handle,
                        lead,
                        clock.instant(),
                        Journal.Act.HIDDEN_RETIRED,
                        test.itemId(),
                        Map.of("set", test.setId(), "item", test.practiceItem()));
                return true;
            });
            if (review.submit(opened, renamed(key.get().first(), test.itemId()), 0)
                    instanceof Submitted.Accepted accepted) {
                return Optional.of(accepted.decision());
            }
        }
        review.release(opened);
        return Optional.empty();
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
