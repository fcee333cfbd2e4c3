package org.moderationdesk.referrals;

import java.time.Instant;

/** A moment that a referral runs up to. */
public record ReferralClock(Kind kind, Instant at) {
    /** What happens then. */
    public enum Kind {
        /** It can no longer be undone, and may go out. */
        RELEASE,
        /** It should have gone out by then. */
        SEND_BY,
        /** What was begun there and is not finished is deleted there (formats 1.2). */
        LAPSE
    }
}
