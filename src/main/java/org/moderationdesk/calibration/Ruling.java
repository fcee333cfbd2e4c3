package org.moderationdesk.calibration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.SectionCode;

/**
 * What a lead ruled of a case: a precedent for its clauses.
 *
 * @param section of the first clause
 * @param withdrawn null while it is in force
 * @param replacement the decision that took the first one's place; null where nothing changed
 */
public record Ruling(
        String id,
        String sessionId,
        int position,
        String edition,
        SectionCode section,
        RightAnswer answer,
        Reason reason,
        boolean childSafety,
        String ruledBy,
        Instant ruledAt,
        @Nullable Withdrawal withdrawn,
        @Nullable String replacement) {

    /** That it is a precedent no more. */
    public record Withdrawal(String by, Instant at, String why) {}
}
