package org.moderationdesk.calibration;

import java.time.Instant;
import org.moderationdesk.decisions.Proposal;

/**
 * What somebody decided apart.
 *
 * @param activeMs how long they were at it
 */
public record Answered(Seat seat, Instant at, long activeMs, Proposal proposal) {}
