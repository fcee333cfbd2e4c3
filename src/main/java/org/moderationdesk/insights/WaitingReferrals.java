package org.moderationdesk.insights;

import java.time.Duration;

/**
 * Referrals to one authority that a second person has not approved yet.
 *
 * @param oldest how long the first of them has waited; zero with none
 */
public record WaitingReferrals(int number, Duration oldest) {
    static final WaitingReferrals NONE = new WaitingReferrals(0, Duration.ZERO);

    WaitingReferrals and(Duration waits) {
        return new WaitingReferrals(number + 1, waits.compareTo(oldest) > 0 ? waits : oldest);
    }
}
