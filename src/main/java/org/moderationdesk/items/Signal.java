package org.moderationdesk.items;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a classifier says, from 0 to 1, against the line at which it flags. */
public record Signal(
        String name,
        double score,
        @Nullable Double threshold,
        @Nullable String source,
        Map<String, Object> extra) {
    public Signal {
        extra = Map.copyOf(extra);
    }
}
