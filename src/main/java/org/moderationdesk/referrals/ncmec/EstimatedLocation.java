package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody probably is.
 *
 * @param region a state's code, where the country is the United States
 */
public record EstimatedLocation(
        @Nullable Boolean verified,
        @Nullable OffsetDateTime timestamp,
        @Nullable String city,
        @Nullable String region,
        String countryCode) {}
