package org.moderationdesk.items;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an item.
 *
 * @param path relative to the imported file, inside its folder
 * @param sha256 as given
 * @param durationMs in milliseconds
 */
public record MediaFile(
        @Nullable String path,
        @Nullable String mime,
        @Nullable String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        Map<String, Object> extra) {
    public MediaFile {
        extra = Map.copyOf(extra);
    }

    /** Whether the file that came with the item is the one it names. */
    public enum State {
        /** The desk holds it. */
        STORED,
        /** A file is named, and did not come along. */
        MISSING,
        /** The desk holds a file of another content than the SHA-256 says. */
        DIFFERS,
        /** No file is named: only facts about one. */
        NOT_NAMED
    }
}
