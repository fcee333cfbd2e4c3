package org.moderationdesk.log;

import org.jspecify.annotations.Nullable;

/**
 * What an entry says of one row of a projected table: that it is new, changed or gone.
 *
 * @param digest SHA-256 of the row as it now is, by {@link ProjectedTable#digest}; null when the row is gone
 * @param was the entry that told of the row before; null when the row is new
 */
public record RowState(
        String table,
        String key,
        @Nullable String digest,
        @Nullable Long was) {
    public RowState {
        if (digest == null && was == null) {
            throw new IllegalArgumentException("a row that never was cannot be gone");
        }
    }
}
