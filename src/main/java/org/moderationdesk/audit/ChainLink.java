package org.moderationdesk.audit;

import org.jspecify.annotations.Nullable;

/**
 * One entry's place in the chain, its hash made anew from the hash before it and its body.
 *
 * @param before the hash of the entry before, 64 hexadecimal digits
 * @param own the entry's hash, as it stands
 * @param after the hash of the next entry; null for the last one
 */
public record ChainLink(
        long seq, String before, String own, @Nullable String after, State state) {
    /** What came of it. */
    public enum State {
        /** The entry's hash is what it must be, and the next one's too. */
        HOLDS,
        BROKEN,
        /** The entry before it is not shown to who asks, as one on child safety at a shared store. */
        UNKNOWN
    }
}
