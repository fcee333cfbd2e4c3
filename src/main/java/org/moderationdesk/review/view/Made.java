package org.moderationdesk.review.view;

import java.time.Instant;
import java.util.List;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Undone;
import org.moderationdesk.staff.Person;

/**
 * The decision that was made last, with those on the duplicates that were ticked.
 *
 * @param decisions ids, the item's own first
 * @param until when it can no longer be undone
 */
record Made(String item, List<String> decisions, Instant until) {
    Made {
        decisions = List.copyOf(decisions);
    }

    /** Undoes the item's own decision first, then those of its duplicates, whose cases go back to the queue. */
    Undone undo(Review review, Person person) {
        Undone undone = review.undo(decisions.getFirst(), person);
        for (String together : decisions.subList(1, decisions.size())) {
            Opened again = review.undo(together, person).opened();
            if (again != null) {
                review.release(again);
            }
        }
        return undone;
    }
}
