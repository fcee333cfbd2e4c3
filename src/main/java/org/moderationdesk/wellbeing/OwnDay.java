package org.moderationdesk.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;

/**
 * One's own day, from midnight.
 *
 * @param midnight when it began
 * @param used weighted time looked
 * @param looks by form and severity
 * @param halfHours those with looks, the earliest first
 * @param breaks the earliest first
 */
public record OwnDay(
        LocalDate day,
        Instant midnight,
        Duration used,
        Duration budget,
        List<Looks> looks,
        List<HalfHour> halfHours,
        List<BreakTaken> breaks) {
    public OwnDay {
        looks = List.copyOf(looks);
        halfHours = List.copyOf(halfHours);
        breaks = List.copyOf(breaks);
    }

    /** Looks of one form at one severity: how many, for how long, and what they count for. */
    public record Looks(LookForm form, Severity severity, int times, long millis, long weightedMillis) {}

    /**
     * What was looked at within a half hour.
     *
     * @param slot 0 for the one after midnight
     */
    public record HalfHour(int slot, long weightedMillis) {}

    /**
     * A break.
     *
     * @param end null while it lasts, and where the desk was closed in it
     */
    public record BreakTaken(Instant start, @Nullable Instant end) {}
}
