package org.moderationdesk.quality;

import org.moderationdesk.base.Texts;

/** Something in quality review that cannot be done as things stand. Its message names nobody: it may reach a log. */
public final class QualityRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String what;

    public QualityRefused(Why why, String what) {
        super("refused in quality review: " + why);
        this.why = why;
        this.what = what;
    }

    /** Why not. */
    public enum Why {
        NO_SUCH_DECISION,
        /** What was taken back, or gave way to another, is not reviewed. */
        DECISION_NOT_STANDING,
        /** Its second review is not settled yet. */
        ALREADY_WAITS,
        REASON_MISSING,
        NO_SUCH_REVIEW,
        /** Another has it, or has answered it. */
        NOT_YOURS,
        /** D11: the first person does not review themselves. */
        SAME_PERSON,
        /** Nobody but the person who acts could. */
        NOBODY_ELSE,
        /** They know what the first decision was. */
        HAS_SEEN_IT,
        /** One at a time, and no case beside it. */
        HOLDS_ANOTHER,
        NOT_CLEARED,
        /** It is resolved, or there is nothing to resolve. */
        NOTHING_TO_RESOLVE,
        /** Who made the first decision, or the second review, does not resolve it while somebody else can. */
        SOMEBODY_ELSE_CAN,
        /** Somebody else resolved it, a second decision took the first one's place, or the time to undo is over. */
        NOT_UNDONE,
        /** The first decision has given way to another meanwhile. */
        FIRST_IS_GONE,
        REPLIED_ALREADY,
        REPLY_EMPTY,
        /** What is hidden from who reviews blind is missing in the log that they see. */
        BLIND
    }

    public Why why() {
        return why;
    }

    /** What it is about: a name or an id. */
    public String what() {
        return what;
    }

    /** Why not, and what can be done, in words. */
    public String words(Texts texts) {
        return texts.get("quality.refused." + why, what);
    }
}
