package org.moderationdesk.items;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A perceptual or exact hash of the content, by the algorithm's own name. */
public record ContentHash(
        String algorithm, String value, @Nullable Integer quality, Map<String, Object> extra) {
    public ContentHash {
        extra = Map.copyOf(extra);
    }
}
