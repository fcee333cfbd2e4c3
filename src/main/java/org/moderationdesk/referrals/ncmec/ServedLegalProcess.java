package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.Nullable;

/**
 * Whether legal process of another country was served.
 *
 * @param fleaCountry ISO 3166 alpha-2
 */
public record ServedLegalProcess(boolean value, @Nullable String fleaCountry) {}
