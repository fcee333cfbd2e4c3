package org.moderationdesk.decisions;

/** What holds of a decision, and of each of its measures. */
public enum DecisionState {
    IN_EFFECT,
    /** Something of it waits for a second person; what does not wait is in effect. */
    AWAITING_SECOND,
    /** Undone within the undo window. */
    REVERSED,
    /** A later decision took its place. */
    REPLACED,
    /** A second person refused it, or its maker withdrew it, and nothing of it was left standing. */
    LAPSED
}
