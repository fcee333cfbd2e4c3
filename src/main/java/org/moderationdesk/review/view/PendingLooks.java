package org.moderationdesk.review.view;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.moderationdesk.media.Look;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.SealedOpening;

/** Looks on their way to the store: whatever is decided or given back is done after they are in it. */
final class PendingLooks {
    private final Queue<Consumer<Review>> waiting = new ConcurrentLinkedQueue<>();

    void add(Opened opened, Look look) {
        waiting.add(review -> review.recordLook(opened, look));
    }

    /** What a file says of itself was shown to its end. */
    void addMetadata(Opened opened, Look look) {
        waiting.add(review -> review.looks().recordMetadata(opened, look));
    }

    /** A look at sealed content, whose beginning is in the store already, has ended. */
    void addEnd(SealedOpening opening, long millis) {
        waiting.add(review -> review.endSealed(opening, millis));
    }

    /** Writes all that wait, in their order; not on the JavaFX thread. */
    synchronized void write(Review review) {
        for (Consumer<Review> next = waiting.peek(); next != null; next = waiting.peek()) {
            try {
                next.accept(review);
            } catch (ClaimRefused taken) {
                // The lease ended during the look: nothing more can be written in its name.
                waiting.remove(next);
                continue;
            }
            waiting.remove(next);
        }
    }
}
