package org.moderationdesk.settings;

import java.time.Duration;

/**
 * Within what time a referral is to go out, from the decision on. The law says "as soon as reasonably possible" and
 * "promptly" (18 USC 2258A, Article 18 DSA), so how soon that is, is the operator's to say.
 *
 * @param ncmecHours to NCMEC
 * @param authorityHours to judicial authorities
 * @param emergencyMinutes to emergency services, and for whatever a life hangs on
 */
public record ReferralSettings(int ncmecHours, int authorityHours, int emergencyMinutes) {
    private static final int LONGEST_HOURS = 24 * 30;
    private static final int LONGEST_MINUTES = 24 * 60;

    public ReferralSettings {
        within(ncmecHours, LONGEST_HOURS);
        within(authorityHours, LONGEST_HOURS);
        within(emergencyMinutes, LONGEST_MINUTES);
    }

    public static ReferralSettings defaults() {
        return new ReferralSettings(24, 24, 10);
    }

    public Duration ncmec() {
        return Duration.ofHours(ncmecHours);
    }

    public Duration authority() {
        return Duration.ofHours(authorityHours);
    }

    public Duration emergency() {
        return Duration.ofMinutes(emergencyMinutes);
    }

    private static void within(int value, int longest) {
        if (value < 1 || value > longest) {
            throw new IllegalArgumentException("not a time for a referral");
        }
    }
}
