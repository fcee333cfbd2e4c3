package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A child that it was done to. */
public record Victim(
        Person victimPerson,
        @Nullable String espIdentifier,
        @Nullable String espService,
        @Nullable Boolean compromisedAccount,
        @Nullable String screenName,
        List<String> displayName,
        List<String> profileUrl,
        @Nullable String profileBio,
        List<IpCaptureEvent> ipCaptureEvent,
        List<DeviceId> deviceId,
        @Nullable String schoolName,
        List<Long> priorCTReports,
        @Nullable TemporarilyDisabled accountTemporarilyDisabled,
        @Nullable PermanentlyDisabled accountPermanentlyDisabled,
        @Nullable EstimatedLocation estimatedLocation,
        @Nullable Boolean allEmailsReported,
        List<AssociatedAccount> associatedAccount,
        @Nullable String additionalInfo) {
    public Victim {
        displayName = List.copyOf(displayName);
        profileUrl = List.copyOf(profileUrl);
        ipCaptureEvent = List.copyOf(ipCaptureEvent);
        deviceId = List.copyOf(deviceId);
        priorCTReports = List.copyOf(priorCTReports);
        associatedAccount = List.copyOf(associatedAccount);
    }
}
