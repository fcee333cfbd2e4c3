package org.moderationdesk.decisions;

/** What a decision comes to, in the order of its keys 1 to 5. */
public enum Outcome {
    NO_VIOLATION,
    EXCEPTION,
    LIMIT_REACH,
    REMOVE,
    ESCALATE
}
