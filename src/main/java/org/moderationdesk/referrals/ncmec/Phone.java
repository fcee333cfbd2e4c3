package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number, without its calling code.
 *
 * @param countryCallingCode such as +31
 */
public record Phone(
        String value,
        @Nullable PhoneType type,
        @Nullable Boolean verified,
        @Nullable OffsetDateTime verificationDate,
        @Nullable String countryCallingCode,
        @Nullable String extension) {
    public Phone {
        if (verificationDate != null && !Boolean.TRUE.equals(verified)) {
            throw new IllegalArgumentException("a verification date of what is not verified");
        }
    }
}
