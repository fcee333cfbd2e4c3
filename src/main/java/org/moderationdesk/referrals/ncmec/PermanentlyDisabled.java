package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Whether an account was closed for good. */
public record PermanentlyDisabled(
        boolean value,
        @Nullable OffsetDateTime disabledDate,
        @Nullable Boolean userNotified,
        @Nullable OffsetDateTime userNotifiedDate) {
    public PermanentlyDisabled {
        if (disabledDate != null && userNotifiedDate != null && userNotifiedDate.isBefore(disabledDate)) {
            throw new IllegalArgumentException("somebody told before it happened");
        }
    }
}
