package org.moderationdesk.queue;

/** In which order cases are listed. */
public enum Ordering {
    URGENCY,
    DUE,
    NEWEST
}
