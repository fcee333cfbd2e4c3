package org.moderationdesk.decisions;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits for a second person.
 *
 * @param oldest when the longest waiting decision was made; null when nothing waits
 */
public record Awaiting(long decisions, @Nullable Instant oldest) {
    /** How long the oldest has waited. */
    public Duration age(Instant now) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
