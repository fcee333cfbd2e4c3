package org.moderationdesk.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that does not reach NCMEC by itself, and of which somebody must not fail to hear.
 *
 * @param at when it lapses there; null where it does not
 * @param because what came last, where it stopped; null otherwise
 * @param code NCMEC's own
 */
public record Trouble(
        Kind kind,
        String referralId,
        String itemId,
        @Nullable Instant at,
        @Nullable Outcome because,
        @Nullable Integer code) {
    /** The worst first. */
    public enum Kind {
        /** It stopped, and does not go on until somebody sees to it. */
        STOPPED,
        /** It is open there and not finished, and is soon deleted there. */
        LAPSES,
        /** A file of it cannot be read here. */
        UNREADABLE,
        /** Nobody has set what to sign in with. */
        NO_LOGIN,
        /** It was begun, and sending was switched off or elsewhere since. */
        SWITCHED_OFF
    }
}
