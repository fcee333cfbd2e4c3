package org.moderationdesk.decisions;

/** The answer to one rule of the checklist. */
public enum Answer {
    YES,
    NO,
    UNSURE
}
