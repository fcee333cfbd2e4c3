package org.moderationdesk.orders;

import org.moderationdesk.base.Texts;

/** Something with an order that cannot be done as things stand. Its message names nobody: it may reach a log. */
public final class OrderRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    OrderRefused(Why why) {
        super("order refused: " + why);
        this.why = why;
    }

    /** Why not. Each has its words under {@code orders.refused.} in the text bundle {@code orders}. */
    public enum Why {
        /** Nobody of that code can order something. */
        NO_SUCH_TARGET,
        /** Authority, reference and how it was made sure that it is theirs are said in words on one line. */
        FORMAT,
        /** It came in before now, and not more than a year ago. */
        RECEIVED,
        /** How long there is must be said where the target does not say it, and is never longer than that. */
        WITHIN,
        /** A request to preserve says until when, at most ten years; nothing else does. */
        UNTIL,
        /** It is about 1 to 500 items or places. */
        SUBJECTS,
        NO_SUCH_ITEM,
        /** A document has 1 byte to 10 MB. */
        DOCUMENT,
        NO_SUCH_ORDER,
        /** It was answered or taken back. */
        ENDED,
        /** Only what stands still goes on. */
        NOT_STOPPED,
        /** What was done lies between receipt and now. */
        TIME,
        /** What was done is said in 10 to 4,000 characters. */
        WORDS
    }

    public Why why() {
        return why;
    }

    public String words(Texts texts) {
        return texts.get("orders.refused." + why);
    }
}
