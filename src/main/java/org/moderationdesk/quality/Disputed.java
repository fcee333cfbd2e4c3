package org.moderationdesk.quality;

import java.time.Instant;

/**
 * A decision that the team is to talk about.
 *
 * @param section of its leading clause; empty without one
 * @param at when it was sent to calibration
 */
public record Disputed(
        String reviewId, String decisionId, String itemId, String section, boolean childSafety, Instant at) {}
