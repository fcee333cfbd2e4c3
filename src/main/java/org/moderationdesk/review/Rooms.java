package org.moderationdesk.review;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.guidelines.EditionNow;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.Wellbeing;

/**
 * The rooms that meet in a review.
 *
 * @param inForce the edition in force at the store at that moment, which may be another than when the desk was opened;
 *     empty where there is only the one that came with it
 * @param toReadFirst the edition of the book that somebody must read before they take a case; empty where they may
 */
public record Rooms(
        Queue queue,
        StoredItems items,
        StoredDecisions decisions,
        Wellbeing wellbeing,
        BiFunction<Handle, Instant, Optional<EditionNow>> inForce,
        Function<Person, Optional<String>> toReadFirst) {

    /** Where there is one edition, and nothing must be read first. */
    public Rooms(Queue queue, StoredItems items, StoredDecisions decisions, Wellbeing wellbeing) {
        this(queue, items, decisions, wellbeing, (_, _) -> Optional.empty(), _ -> Optional.empty());
    }
}
