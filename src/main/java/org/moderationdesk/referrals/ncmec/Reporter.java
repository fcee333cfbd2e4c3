package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.Nullable;

/** Who reports. */
public record Reporter(
        Person reportingPerson,
        @Nullable ContactPerson contactPerson,
        @Nullable String companyTemplate,
        @Nullable String termsOfService,
        @Nullable String legalURL) {}
