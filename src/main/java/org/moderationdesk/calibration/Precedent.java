package org.moderationdesk.calibration;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * A ruling as it is shown to whoever decides: it names no person and no item.
 *
 * @param changed those of its clauses that the edition in force words otherwise, or has no more: for these it has lapsed
 * @param withdrawn why, in a lead's words; null while it is in force
 */
public record Precedent(
        String id,
        String edition,
        RightAnswer answer,
        Reason reason,
        Instant at,
        Set<ClauseCode> changed,
        @Nullable String withdrawn) {
    public Precedent {
        changed = Set.copyOf(changed);
    }

    /** Whether it speaks for this clause now. */
    public boolean holdsFor(ClauseCode clause) {
        return withdrawn == null && answer.clauses().contains(clause) && !changed.contains(clause);
    }

    /** Whether it speaks for none of its clauses any more. */
    public boolean isLapsed() {
        return changed.containsAll(answer.clauses());
    }
}
