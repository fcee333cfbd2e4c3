package org.moderationdesk.quality;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;

/**
 * A first decision and the blind second review that differs from it; whose they are is not told until it is resolved.
 *
 * @param fields in which they differ
 * @param section of the leading clause; empty without one
 * @param against why the lead who looks may not resolve it; null when they may
 */
public record Difference(
        String reviewId,
        String decisionId,
        String itemId,
        String section,
        Proposal first,
        Proposal second,
        Set<String> fields,
        Instant decidedAt,
        boolean inCalibration,
        QualityRefused.@Nullable Why against) {
    public Difference {
        fields = Set.copyOf(fields);
    }
}
