package org.moderationdesk.referrals;

import org.jspecify.annotations.Nullable;

/**
 * How far one kind of referral has brought one of them.
 *
 * @param clock where this kind knows of a nearer moment than the one by which it should have gone out; null otherwise
 */
public record Progress(Standing standing, @Nullable ReferralClock clock) {}
