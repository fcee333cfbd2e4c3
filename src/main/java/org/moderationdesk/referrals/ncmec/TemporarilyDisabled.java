package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Whether an account was closed for a time. */
public record TemporarilyDisabled(
        boolean value,
        @Nullable OffsetDateTime disabledDate,
        @Nullable Boolean userNotified,
        @Nullable OffsetDateTime userNotifiedDate,
        @Nullable OffsetDateTime reenabledDate) {
    public TemporarilyDisabled {
        if (disabledDate != null && userNotifiedDate != null && userNotifiedDate.isBefore(disabledDate)) {
            throw new IllegalArgumentException("somebody told before it happened");
        }
        if (disabledDate != null && reenabledDate != null && !reenabledDate.isAfter(disabledDate)) {
            throw new IllegalArgumentException("opened again before it was closed");
        }
    }
}
