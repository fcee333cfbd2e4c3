package org.moderationdesk.settings;

import java.time.Duration;

/**
 * How cases are queued (decision-rules: defaults).
 *
 * @param leaseMinutes how long a claim lasts without input
 * @param lowHours due time of a case of low severity, in hours; the others likewise
 */
public record QueueSettings(int leaseMinutes, int lowHours, int mediumHours, int highHours, int criticalHours) {
    public QueueSettings {
        if (leaseMinutes < 1 || lowHours < 1 || mediumHours < 1 || highHours < 1 || criticalHours < 1) {
            throw new IllegalArgumentException("queue settings out of range");
        }
    }

    public static QueueSettings defaults() {
        return new QueueSettings(10, 72, 24, 4, 1);
    }

    public Duration lease() {
        return Duration.ofMinutes(leaseMinutes);
    }
}
