package org.moderationdesk.retention;

import org.moderationdesk.base.Texts;

/** What is not done with data that people have a right to; nothing has changed. Its message names nobody. */
public final class RetentionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. Each has its words under {@code retention.refused.} in the text bundle {@code retention}. */
    public enum Why {
        /** A period is 184 to 3,660 days. */
        PERIOD,
        /** A reason has 10 to 500 characters. */
        NO_REASON,
        /** A reference has 1 to 60 letters, digits, spaces and . / - _. */
        NO_REFERENCE,
        /** The desk knows no account or item of this id. */
        UNKNOWN,
        /** Such a hold follows from the cases themselves. */
        NOT_BY_HAND,
        /** There is no such hold, or it has been lifted. */
        NO_HOLD,
        /** An end lies ahead, at most ten years. */
        END,
        /** No open order to destroy names this item. */
        NO_ORDER,
        /** Somebody else than who entered the order carries it out. */
        SAME_PERSON,
        /** It is held for another reason than the report, which the order does not end. */
        HELD_OTHERWISE,
        /** The account is under a hold. */
        HELD,
        /** Who would write it reviews one of the account's cases blind: an answer without that would not be whole. */
        BLIND
    }

    private final Why why;

    RetentionRefused(Why why) {
        super("retention refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public String words(Texts texts) {
        return texts.get("retention.refused." + why);
    }
}
