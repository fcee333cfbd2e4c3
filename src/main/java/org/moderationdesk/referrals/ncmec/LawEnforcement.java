package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.Nullable;

/** The police, where they know already or asked for the report. */
public record LawEnforcement(
        String agencyName,
        @Nullable String caseNumber,
        @Nullable ContactPerson officerContact,
        @Nullable Boolean reportedToLe,
        @Nullable Boolean servedLegalProcessDomestic,
        @Nullable ServedLegalProcess servedLegalProcessInternational) {}
