package org.moderationdesk.practice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How people are asked to practise.
 *
 * @param due null for no particular time
 * @param attempts how many runs each has; 0 = as many as they like
 */
public record AssignmentTerms(
        @Nullable Instant due, int attempts, boolean shuffled, boolean timeShown, Feedback feedback) {
    public AssignmentTerms {
        if (attempts < 0) {
            throw new IllegalArgumentException("no fewer attempts than none");
        }
    }

    /** No particular time, as many attempts as they like, in another order each time, the key at the end. */
    public static AssignmentTerms usual() {
        return new AssignmentTerms(null, 0, true, true, Feedback.AT_THE_END);
    }
}
