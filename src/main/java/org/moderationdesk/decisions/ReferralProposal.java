package org.moderationdesk.decisions;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ReferralTarget;

/** To whom a decision is referred, and why. */
public record ReferralProposal(ReferralTarget to, @Nullable String why, boolean threatToLife) {
    /** Whether it goes out at once, without a second person. */
    public boolean isEmergency() {
        return threatToLife || to == ReferralTarget.EMERGENCY_SERVICES;
    }
}
