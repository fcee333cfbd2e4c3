package org.moderationdesk.quality;

/** The state that a decision has in quality review. */
public enum QualityState {
    NOT_SAMPLED,
    /** Its second review waits, is under way, or has not been compared. */
    WAITING,
    AGREED,
    /** The two differ, and nobody has resolved it. */
    DIFFERS,
    /** They differed, and the first one stands. */
    KEPT,
    /** They differed, and another decision took the first one's place. */
    OVERTURNED,
    /** They differ, and the team is to talk about it. */
    CALIBRATION
}
