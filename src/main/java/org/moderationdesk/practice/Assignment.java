package org.moderationdesk.practice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set that people are asked to practise.
 *
 * @param people by name
 * @param group of whom it was asked, such as the members of a queue; empty where people were named one by one
 * @param attempts how many runs each has; 0 = as many as they like
 * @param shuffled whether each run has an order of its own
 * @param withdrawnAt null while it stands
 */
public record Assignment(
        String id,
        String setId,
        List<String> people,
        String group,
        @Nullable Instant due,
        int attempts,
        boolean shuffled,
        boolean timeShown,
        Feedback feedback,
        String madeBy,
        Instant madeAt,
        @Nullable Instant withdrawnAt) {
    public Assignment {
        people = List.copyOf(people);
    }
}
