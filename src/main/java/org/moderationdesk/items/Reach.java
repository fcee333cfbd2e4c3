package org.moderationdesk.items;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many have seen an item. */
public record Reach(
        @Nullable Long views,
        @Nullable Long shares,
        @Nullable Long viewsPerHour,
        Map<String, Object> extra) {
    public Reach {
        extra = Map.copyOf(extra);
    }
}
