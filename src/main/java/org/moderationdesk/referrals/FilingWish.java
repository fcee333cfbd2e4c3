package org.moderationdesk.referrals;

import java.time.Instant;

/**
 * What a person decided of a filing.
 *
 * @param after how many requests there were then
 */
record FilingWish(Kind kind, Instant at, String by, int after) {
    enum Kind {
        /** What stopped it was mended: it goes on. */
        GO_ON,
        /** It is not to be filed at all. */
        TAKE_BACK
    }
}
