package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a device is known by.
 *
 * @param idType such as IMEI
 */
public record DeviceId(
        String idType,
        String idValue,
        @Nullable CaptureEvent eventName,
        @Nullable OffsetDateTime dateTime) {}
