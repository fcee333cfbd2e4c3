package org.moderationdesk.practice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody passed what a certification asks for.
 *
 * @param runs by which they did
 * @param until when it ends, unless it is taken back before
 * @param takenBackAt null while it stands
 */
public record Certificate(
        String id,
        String certification,
        String person,
        Instant from,
        Instant until,
        List<String> runs,
        @Nullable Instant takenBackAt) {
    public Certificate {
        runs = List.copyOf(runs);
    }

    public boolean isGood(Instant now) {
        return takenBackAt == null && !now.isBefore(from) && now.isBefore(until);
    }
}
