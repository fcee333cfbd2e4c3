package org.moderationdesk.referrals.ncmec;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account that belongs to somebody in the report.
 *
 * @param approximateAge in years, 0 to 150; not beside a date of birth
 * @param priorCTReport numbers of earlier reports
 */
public record AssociatedAccount(
        AccountLink type,
        @Nullable AssociatedPlatform platform,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable Integer approximateAge,
        @Nullable Boolean ageAssertionDiscrepancy,
        @Nullable LocalDate dateOfBirth,
        List<Phone> phone,
        List<Email> email,
        @Nullable Boolean allEmailsReported,
        List<Address> address,
        @Nullable String espService,
        @Nullable String espIdentifier,
        List<String> profileUrl,
        @Nullable String screenName,
        List<String> displayName,
        @Nullable String profileBio,
        @Nullable String groupIdentifier,
        @Nullable Boolean compromisedAccount,
        @Nullable TemporarilyDisabled accountTemporarilyDisabled,
        @Nullable PermanentlyDisabled accountPermanentlyDisabled,
        List<IpCaptureEvent> ipCaptureEvent,
        List<DeviceId> deviceId,
        List<Long> priorCTReport,
        @Nullable String additionalInfo) {
    public AssociatedAccount {
        if (approximateAge != null && (approximateAge < 0 || approximateAge > 150)) {
            throw new IllegalArgumentException("not an age");
        }
        if (approximateAge != null && dateOfBirth != null) {
            throw new IllegalArgumentException("an age and a date of birth");
        }
        phone = List.copyOf(phone);
        email = List.copyOf(email);
        address = List.copyOf(address);
        profileUrl = List.copyOf(profileUrl);
        displayName = List.copyOf(displayName);
        ipCaptureEvent = List.copyOf(ipCaptureEvent);
        deviceId = List.copyOf(deviceId);
        priorCTReport = List.copyOf(priorCTReport);
    }
}
