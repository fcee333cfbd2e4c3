package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is reported.
 *
 * @param espIdentifier the account's own id here
 * @param priorCTReports numbers of earlier reports
 */
public record PersonOrUserReported(
        @Nullable Person personOrUserReportedPerson,
        @Nullable String vehicleDescription,
        @Nullable String espIdentifier,
        @Nullable String espService,
        @Nullable Boolean compromisedAccount,
        @Nullable String screenName,
        List<String> displayName,
        List<String> profileUrl,
        @Nullable String profileBio,
        List<IpCaptureEvent> ipCaptureEvent,
        List<DeviceId> deviceId,
        @Nullable Boolean thirdPartyUserReported,
        List<Long> priorCTReports,
        @Nullable String groupIdentifier,
        @Nullable TemporarilyDisabled accountTemporarilyDisabled,
        @Nullable PermanentlyDisabled accountPermanentlyDisabled,
        @Nullable EstimatedLocation estimatedLocation,
        @Nullable Boolean allEmailsReported,
        List<AssociatedAccount> associatedAccount,
        @Nullable String additionalInfo) {
    public PersonOrUserReported {
        displayName = List.copyOf(displayName);
        profileUrl = List.copyOf(profileUrl);
        ipCaptureEvent = List.copyOf(ipCaptureEvent);
        deviceId = List.copyOf(deviceId);
        priorCTReports = List.copyOf(priorCTReports);
        associatedAccount = List.copyOf(associatedAccount);
    }
}
