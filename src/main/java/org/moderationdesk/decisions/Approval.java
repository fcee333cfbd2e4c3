package org.moderationdesk.decisions;

import java.time.Instant;

/**
 * What a second person said of a decision.
 *
 * @param first who made the decision
 * @param why their reason or question; empty with an approval, or once it has been erased
 */
public record Approval(
        String decisionId,
        String itemId,
        String first,
        String second,
        ApprovalVerdict verdict,
        Instant at,
        String why,
        boolean childSafety) {}
