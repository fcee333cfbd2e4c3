package org.moderationdesk.decisions;

import java.time.Instant;
import org.moderationdesk.guidelines.ReferralTarget;

/**
 * One referral as a list shows it, without its reason.
 *
 * @param releaseAt before it nothing goes out
 */
public record ReferralLine(
        String id,
        ReferralTarget to,
        ReferralState state,
        String itemId,
        String decisionId,
        boolean threatToLife,
        Instant releaseAt) {}
