package org.moderationdesk.decisions;

/** How sure the person is. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
}
