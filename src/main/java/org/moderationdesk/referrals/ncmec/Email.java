package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An email address. */
public record Email(
        String value,
        @Nullable EmailType type,
        @Nullable Boolean verified,
        @Nullable OffsetDateTime verificationDate) {
    public Email {
        if (verificationDate != null && !Boolean.TRUE.equals(verified)) {
            throw new IllegalArgumentException("a verification date of what is not verified");
        }
    }
}
