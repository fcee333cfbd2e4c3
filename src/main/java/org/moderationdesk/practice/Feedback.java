package org.moderationdesk.practice;

/** When a trainee sees what the key says. */
public enum Feedback {
    AT_ONCE,
    /** Once every item of the same section of the book is answered. */
    AFTER_SECTION,
    AT_THE_END
}
