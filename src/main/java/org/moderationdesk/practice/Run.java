package org.moderationdesk.practice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One go at a set by one person.
 *
 * @param assignmentId null where nobody asked for it
 * @param version of the set, by which its items stay as they were when it began
 * @param attempt counted from 1, of this person at this set
 * @param order the seed of its order; 0 = as in the set
 * @param missedOf the run whose missed items alone this one is about; null for the whole set
 * @param endedAt null while it is not over
 * @param pausedMs for how long it lay still in between
 * @param score null while it is not over; after a key has changed, by the newest key
 */
public record Run(
        String id,
        @Nullable String assignmentId,
        String setId,
        int version,
        String person,
        int attempt,
        RunState state,
        long order,
        @Nullable String missedOf,
        boolean timeShown,
        Feedback feedback,
        Instant startedAt,
        @Nullable Instant endedAt,
        long pausedMs,
        int items,
        int answered,
        @Nullable Score score) {
    public boolean isOver() {
        return state == RunState.FINISHED;
    }
}
