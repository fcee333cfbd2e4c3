package org.moderationdesk.emergency;

/** What came of a call. */
public enum OutcomeKind {
    /** They act on it. */
    TAKEN_OVER,
    /** They said what to do, or whom to call instead. */
    ADVISED,
    /** Nobody answered, or it was cut off: call again. */
    NOT_REACHED,
    /** It turned out that nobody was in danger. */
    NO_DANGER
}
