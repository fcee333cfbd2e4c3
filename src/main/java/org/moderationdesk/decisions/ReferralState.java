package org.moderationdesk.decisions;

/** What has become of a referral that a decision asked for. */
public enum ReferralState {
    /** Waits for a second person. */
    AWAITING_SECOND,
    /** Goes out once its release time has come. */
    QUEUED,
    REVERSED,
    LAPSED
}
