package org.moderationdesk.decisions;

import org.jspecify.annotations.Nullable;

/**
 * Where content is still distributed.
 *
 * @param forYou true = still distributed in the feed
 * @param search true = still found by search
 */
public record ReachLimit(
        boolean forYou, boolean search, @Nullable Reason reason) {
    /** Why reach is limited. */
    public enum Reason {
        SPAM,
        UNDER_REVIEW,
        UPSETTING,
        SHOCKING
    }

    /** Whether anything is limited at all. */
    public boolean limits() {
        return !forYou || !search;
    }
}
