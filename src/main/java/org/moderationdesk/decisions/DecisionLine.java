package org.moderationdesk.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;

/**
 * One decision as a list shows it, without its free text.
 *
 * @param yes the clauses answered "yes", in book order
 * @param waits what waits, or waited, for a second person; see {@link FourEyes.Part}
 * @param replaces the decision whose place it took
 */
public record DecisionLine(
        String id,
        long caseId,
        String itemId,
        int itemVersion,
        String edition,
        String person,
        Outcome outcome,
        @Nullable ExceptionGround ground,
        DecisionState state,
        AccountMeasure.Type account,
        List<ClauseCode> yes,
        List<FourEyes.Part> waits,
        @Nullable String replaces,
        Instant at,
        Instant releaseAt) {
    public DecisionLine {
        yes = List.copyOf(yes);
        waits = List.copyOf(waits);
    }

    /** How long ago it was decided. */
    public Duration age(Instant now) {
        return Duration.between(at, now);
    }
}
