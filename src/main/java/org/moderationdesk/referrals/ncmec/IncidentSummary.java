package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What happened, and when.
 *
 * @param incidentType null while nobody has said what it is: a report without it is not sent
 * @param escalateToHighPriority the reason, up to 3,000 characters; with one the report moves to the front
 */
public record IncidentSummary(
        @Nullable IncidentType incidentType,
        @Nullable String platform,
        @Nullable String escalateToHighPriority,
        @Nullable ReportAnnotations reportAnnotations,
        OffsetDateTime incidentDateTime,
        @Nullable String incidentDateTimeDescription) {}
