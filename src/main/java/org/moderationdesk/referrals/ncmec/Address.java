package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param state one of the United States
 * @param country ISO 3166 alpha-2, and what NCMEC adds to it
 */
public record Address(
        @Nullable AddressType type,
        @Nullable String address,
        @Nullable String city,
        @Nullable String zipCode,
        @Nullable String state,
        @Nullable String nonUsaState,
        @Nullable String country) {}
