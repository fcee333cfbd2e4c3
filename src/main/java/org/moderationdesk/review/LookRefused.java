package org.moderationdesk.review;

/** A look that may not be; nothing was written and nothing may be shown. */
public final class LookRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        /** A look at sealed content without a reason and a note. */
        SEALED,
        /** A reason was given for content that is not sealed. */
        NOT_SEALED,
        /** Sealed content is never shown in this form. */
        FORM,
        /** The item has no such file. */
        NO_SUCH_FILE
    }

    private final Why why;

    LookRefused(Why why) {
        super("look refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
