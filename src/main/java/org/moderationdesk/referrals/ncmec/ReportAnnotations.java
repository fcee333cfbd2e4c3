package org.moderationdesk.referrals.ncmec;

/** Tags of a report. The last three are newer than the schema of November 2025. */
public record ReportAnnotations(
        boolean sextortion,
        boolean csamSolicitation,
        boolean minorToMinorInteraction,
        boolean spam,
        boolean sadisticOnlineExploitation,
        boolean informational,
        boolean potentialAggravatingFactors,
        boolean instrumentalUse) {}
