package org.moderationdesk.decisions;

/** What a second person said of a decision. */
public enum ApprovalVerdict {
    /** What waited takes effect; or, of an emergency that had gone out, that it was right. */
    APPROVED,
    /** What waited lapses, and the case returns to its queue with the reason. */
    REFUSED,
    /** What waited lapses, and the case returns to the first person with a question. */
    SENT_BACK
}
