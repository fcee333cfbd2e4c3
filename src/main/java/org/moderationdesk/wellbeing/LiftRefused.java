package org.moderationdesk.wellbeing;

import org.moderationdesk.base.Texts;

/** A wait that is not lifted; nothing has changed. Its message names nobody. */
public final class LiftRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. Each has its words under {@code wellbeing.lift.} in the text bundle {@code wellbeing}. */
    public enum Why {
        /** One's own wait is for another lead to lift. */
        OWN,
        /** Nobody who works at this desk is called so. */
        UNKNOWN,
        /** A reason has 10 to 500 characters. */
        NO_REASON,
        /** It has been lifted for today. */
        LIFTED
    }

    private final Why why;

    LiftRefused(Why why) {
        super("lift refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public String words(Texts texts) {
        return texts.get("wellbeing.lift." + why);
    }
}
