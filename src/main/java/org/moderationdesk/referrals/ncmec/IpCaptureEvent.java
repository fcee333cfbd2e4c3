package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An IP address, and when it was seen. */
public record IpCaptureEvent(
        String ipAddress,
        @Nullable CaptureEvent eventName,
        @Nullable OffsetDateTime dateTime,
        @Nullable Boolean possibleProxy,
        @Nullable Integer port) {
    public IpCaptureEvent {
        if (port != null && (port < 1 || port > 65_535)) {
            throw new IllegalArgumentException("not a port");
        }
    }
}
