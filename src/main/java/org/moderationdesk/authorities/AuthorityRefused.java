package org.moderationdesk.authorities;

import org.moderationdesk.base.Texts;

/** Something with authorities that cannot be done as things stand. Its message names nobody: it may reach a log. */
public final class AuthorityRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String what;

    AuthorityRefused(Why why) {
        this(why, "");
    }

    AuthorityRefused(Why why, String what) {
        super("refused: " + why);
        this.why = why;
        this.what = what;
    }

    /** Why not. Each has its words under {@code authorities.refused.} in the text bundle {@code authorities}. */
    public enum Why {
        NO_SUCH_REFERRAL,
        /** It waits for a second person, was reversed, or its time to go out has not come. */
        NOT_TO_BE_SENT_NOW,
        /** Nobody whom it could go to can be reached: no contact is set. */
        NO_ADDRESSEE,
        /** Two letters of a state. */
        STATE,
        /** Why something is suspected is said in 10 to 4,000 characters. */
        NO_REASON,
        NO_SUCH_DOSSIER,
        /** A dossier of this referral went to the same addressee already, or is about to. */
        ALREADY_MADE,
        /** To whom else than the first it goes is said with a reason of 10 to 1,000 characters. */
        NO_REASON_FOR_ANOTHER,
        /** Its receipt is entered already: what comes after it is an answer. */
        ALREADY_SENT,
        /** What was not sent is not answered. */
        NOT_SENT,
        /** The same answer is entered already. */
        ALREADY_ANSWERED,
        /** An answer is of a moment between the receipt and now. */
        TIME_OF_ANSWER,
        /** 12 to 128 characters that every keyboard has. */
        PASSWORD,
        /** A receipt is of a moment between the making of the dossier and now. */
        TIME,
        /** 1 to 200 characters on one line. */
        REFERENCE,
        /** A document has 1 byte to 10 MB. */
        DOCUMENT,
        /** Nothing preserves it any more, and its documents were erased. */
        PAPERS_ERASED
    }

    public Why why() {
        return why;
    }

    /** What it is about; empty where that is plain. */
    public String what() {
        return what;
    }

    public String words(Texts texts) {
        return texts.get("authorities.refused." + why, what);
    }
}
