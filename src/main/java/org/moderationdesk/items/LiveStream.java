package org.moderationdesk.items;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of a livestream. */
public record LiveStream(
        State state,
        @Nullable Instant startedAt,
        @Nullable Long viewers,
        @Nullable Long segmentMs,
        Map<String, Object> extra) {
    public LiveStream {
        extra = Map.copyOf(extra);
    }

    /** Whether it goes on. */
    public enum State {
        RUNNING,
        ENDED
    }
}
