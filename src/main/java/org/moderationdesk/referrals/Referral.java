package org.moderationdesk.referrals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.ReferralLine;

/**
 * A referral in the list of all.
 *
 * @param sealed whether it concerns child safety
 * @param account handle or id of the account behind the item; empty where none is known
 * @param clock null where none runs
 */
public record Referral(
        ReferralLine line,
        Standing standing,
        String decidedBy,
        Instant decidedAt,
        boolean sealed,
        String account,
        @Nullable ReferralClock clock) {
    public boolean isLate(Instant now) {
        return clock != null && clock.kind() != ReferralClock.Kind.RELEASE && !now.isBefore(clock.at());
    }
}
