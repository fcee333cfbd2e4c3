package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.Nullable;

/**
 * A mobile telephone.
 *
 * @param latitude in degrees
 * @param longitude in degrees
 */
public record CellPhoneIncident(
        @Nullable Phone phoneNumber,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String additionalInfo)
        implements Incident {}
