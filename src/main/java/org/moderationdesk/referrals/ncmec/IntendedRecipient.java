package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** To whom it was sent. */
public record IntendedRecipient(
        @Nullable Person intendedRecipientPerson,
        @Nullable String espIdentifier,
        @Nullable String espService,
        @Nullable Boolean compromisedAccount,
        @Nullable String screenName,
        List<String> displayName,
        List<String> profileUrl,
        @Nullable String profileBio,
        List<IpCaptureEvent> ipCaptureEvent,
        List<DeviceId> deviceId,
        List<Long> priorCTReports,
        @Nullable String groupIdentifier,
        @Nullable TemporarilyDisabled accountTemporarilyDisabled,
        @Nullable PermanentlyDisabled accountPermanentlyDisabled,
        @Nullable EstimatedLocation estimatedLocation,
        @Nullable Boolean allEmailsReported,
        @Nullable String additionalInfo) {
    public IntendedRecipient {
        displayName = List.copyOf(displayName);
        profileUrl = List.copyOf(profileUrl);
        ipCaptureEvent = List.copyOf(ipCaptureEvent);
        deviceId = List.copyOf(deviceId);
        priorCTReports = List.copyOf(priorCTReports);
    }
}
