package org.moderationdesk.practice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trainee's word that the key of an item is wrong, and what a trainer said to it.
 *
 * @param ruling null while none is given
 * @param version of the set that changed the key; 0 where it was kept
 */
public record Dispute(
        String id,
        String runId,
        String setId,
        String itemId,
        String person,
        Instant at,
        String reason,
        State state,
        @Nullable String ruledBy,
        @Nullable Instant ruledAt,
        @Nullable String ruling,
        int version) {
    /** What became of it. */
    public enum State {
        OPEN,
        KEPT,
        CHANGED
    }
}
