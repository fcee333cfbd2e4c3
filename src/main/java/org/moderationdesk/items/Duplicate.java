package org.moderationdesk.items;

import org.jspecify.annotations.Nullable;

/**
 * Another item that holds the same.
 *
 * @param open whether it has an open case; otherwise it was decided
 * @param excerpt its first words, for a list
 * @param account the account behind it, if known
 */
public record Duplicate(
        String itemId,
        ItemKind kind,
        Why why,
        boolean open,
        String excerpt,
        @Nullable String account) {
    /** What is the same. */
    public enum Why {
        SAME_FILE,
        SAME_TEXT_AND_AUTHOR
    }
}
