package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.List;

/**
 * All that the desk tells of one referral, whatever its kind.
 *
 * @param why the reason that the decision gave; empty where none was
 * @param events the oldest first
 * @param openings the newest first
 */
public record ReferralFile(Referral referral, String why, List<ReferralEvent> events, List<Opening> openings) {
    public ReferralFile {
        events = List.copyOf(events);
        openings = List.copyOf(openings);
    }

    /** That somebody opened it. */
    public record Opening(String by, Instant at) {}
}
