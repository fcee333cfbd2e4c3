package org.moderationdesk.review.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.staff.Person;

/**
 * What one person answered and looked at that the store could not take as they left it. It is carried along in memory, on
 * no disk, until the same person is in again and the store takes it, or the process ends. Safe for any thread.
 */
public final class Carried {
    private final PendingLooks looks = new PendingLooks();
    private final Queue<Answers> waiting = new ConcurrentLinkedQueue<>();

    private record Answers(long caseId, String item, Proposal proposal, Instant at) {}

    /** Whether there are answers that would be lost with the process. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    PendingLooks looks() {
        return looks;
    }

    /** Answers to a case that the store did not take, with when they were given. */
    void add(Opened opened, Proposal answers, Instant at) {
        long caseId = opened.row().id();
        waiting.removeIf(older -> older.caseId() == caseId);
        waiting.add(new Answers(caseId, opened.row().itemId(), answers, at));
    }

    /**
     * Brings everything to the store; not on the JavaFX thread. What it does not take stays.
     *
     * @return the items whose answers are in the store only now
     */
    synchronized List<String> write(Review review, Person person) {
        looks.write(review);
        List<String> saved = new ArrayList<>();
        for (Answers next = waiting.peek(); next != null; next = waiting.peek()) {
            if (review.bringDraft(next.caseId(), person, next.proposal(), next.at())) {
                saved.add(next.item());
            }
            waiting.remove(next);
        }
        return saved;
    }
}
