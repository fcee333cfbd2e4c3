package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.Nullable;

/** Where an account belongs. */
public record AssociatedPlatform(String value, @Nullable Boolean thirdPartyUser) {}
