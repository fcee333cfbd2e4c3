package org.moderationdesk.review;

import java.util.Optional;
import java.util.function.Function;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.Wellbeing;

/**
 * The rooms that meet in a review.
 *
 * @param toReadFirst the edition of the book that somebody must read before they take a case; empty where they may
 */
public record Rooms(
        Queue queue,
        StoredItems items,
        StoredDecisions decisions,
        Wellbeing wellbeing,
        Function<Person, Optional<String>> toReadFirst) {

    /** Where nothing must be read first. */
    public Rooms(Queue queue, StoredItems items, StoredDecisions decisions, Wellbeing wellbeing) {
        this(queue, items, decisions, wellbeing, _ -> Optional.empty());
    }
}
