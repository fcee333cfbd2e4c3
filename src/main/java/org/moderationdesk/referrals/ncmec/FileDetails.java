package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one uploaded file.
 *
 * @param fileViewedByEsp whether somebody here saw all of it; only by the record of looks, see {@link ViewedHere}
 * @param exifViewedByEsp whether somebody here saw its metadata, by the same record
 */
public record FileDetails(
        long reportId,
        String fileId,
        @Nullable String originalFileName,
        @Nullable OffsetDateTime uploadedToEspTimestamp,
        @Nullable String locationOfFile,
        @Nullable Boolean fileViewedByEsp,
        @Nullable Boolean exifViewedByEsp,
        @Nullable Boolean publiclyAvailable,
        @Nullable FileRelevance fileRelevance,
        @Nullable Boolean potentialMeme,
        @Nullable FileAnnotations fileAnnotations,
        @Nullable FileClass industryClassification,
        List<OriginalFileHash> originalFileHash,
        @Nullable IpCaptureEvent ipCaptureEvent,
        List<DeviceId> deviceId,
        List<Details> details,
        List<String> additionalInfo) {
    public FileDetails {
        if (potentialMeme != null && fileAnnotations != null) {
            throw new IllegalArgumentException("annotations in the old form and in the new one");
        }
        if (Boolean.TRUE.equals(exifViewedByEsp) && !Boolean.TRUE.equals(fileViewedByEsp)) {
            throw new IllegalArgumentException("metadata that was seen of a file that was not");
        }
        originalFileHash = List.copyOf(originalFileHash);
        deviceId = List.copyOf(deviceId);
        details = List.copyOf(details);
        additionalInfo = List.copyOf(additionalInfo);
    }
}
