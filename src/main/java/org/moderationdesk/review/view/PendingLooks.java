package org.moderationdesk.review.view;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.moderationdesk.media.Look;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;

/** Looks on their way to the store: whatever is decided or given back is done after they are in it. */
final class PendingLooks {
    private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();

    private record Pending(Opened opened, Look look) {}

    void add(Opened opened, Look look) {
        waiting.add(new Pending(opened, look));
    }

    /** Writes all that wait, in their order; not on the JavaFX thread. */
    synchronized void write(Review review) {
        for (Pending next = waiting.peek(); next != null; next = waiting.peek()) {
            try {
                review.recordLook(next.opened(), next.look());
            } catch (ClaimRefused taken) {
                // The lease ended during the look: nothing more can be written in its name.
                waiting.remove(next);
                continue;
            }
            waiting.remove(next);
        }
    }
}
