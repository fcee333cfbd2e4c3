package org.moderationdesk.items;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One comment of the thread around an item, in the order given.
 *
 * @param id empty where none was given
 */
public record ThreadComment(
        String id,
        @Nullable String author,
        String text,
        @Nullable Instant at,
        Map<String, Object> extra) {
    public ThreadComment {
        extra = Map.copyOf(extra);
    }
}
