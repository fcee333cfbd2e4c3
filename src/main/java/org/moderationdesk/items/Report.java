package org.moderationdesk.items;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's or something's word that an item may break the guidelines.
 *
 * @param id unique within its item
 * @param sections section or clause codes as given; unknown ones are kept and flagged
 */
public record Report(
        String id,
        Source source,
        @Nullable String reporter,
        @Nullable String reason,
        @Nullable String note,
        List<String> sections,
        Instant at,
        Map<String, Object> extra) {
    public Report {
        sections = List.copyOf(sections);
        extra = Map.copyOf(extra);
    }

    /** Who reports. */
    public enum Source {
        USER,
        TRUSTED_FLAGGER,
        CLASSIFIER,
        HASH_MATCH,
        AUTHORITY,
        STAFF,
        APPEAL
    }
}
