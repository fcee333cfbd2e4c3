package org.moderationdesk.items.view;

import java.time.Duration;
import java.time.Instant;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Times;
import org.moderationdesk.guidelines.Severity;

/**
 * How long a case has left, or how late it is.
 *
 * @param words such as "12 min", "1 h 10" or "4 min late"
 */
public record DueTime(State state, String words) {
    private static final Duration SOON = Duration.ofMinutes(15);
    private static final Duration SOON_WHEN_CRITICAL = Duration.ofMinutes(30);

    /** How a due time is shown. */
    public enum State {
        PLAIN,
        SOON,
        LATE
    }

    public static DueTime of(Instant due, Severity severity, Instant now, Times times, Texts texts) {
        Duration left = Duration.between(now, due);
        String span = times.span(left);
        if (left.isNegative()) {
            return new DueTime(State.LATE, texts.get("items.due.late", span));
        }
        Duration soon = severity == Severity.CRITICAL ? SOON_WHEN_CRITICAL : SOON;
        return new DueTime(left.compareTo(soon) < 0 ? State.SOON : State.PLAIN, span);
    }
}
