package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report, as it is opened.
 *
 * @param batchedReport in this mode several accounts may be reported, each by its id alone
 */
public record Report(
        @Nullable BatchedReport batchedReport,
        IncidentSummary incidentSummary,
        List<InternetDetails> internetDetails,
        @Nullable LawEnforcement lawEnforcement,
        Reporter reporter,
        List<PersonOrUserReported> personOrUserReported,
        List<IntendedRecipient> intendedRecipient,
        List<Victim> victim,
        @Nullable String additionalInfo) {
    public Report {
        internetDetails = List.copyOf(internetDetails);
        personOrUserReported = List.copyOf(personOrUserReported);
        intendedRecipient = List.copyOf(intendedRecipient);
        victim = List.copyOf(victim);
    }
}
