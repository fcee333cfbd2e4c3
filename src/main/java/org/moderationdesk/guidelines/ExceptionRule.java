package org.moderationdesk.guidelines;

/** What becomes of an exception on one of the nine general grounds. */
public enum ExceptionRule {
    ALLOWED,
    /** Accepted, but waits for a second person. */
    SECOND_PERSON,
    REFUSED
}
