package org.moderationdesk.emergency;

import org.moderationdesk.base.Texts;

/** Something with a call that cannot be done as things stand. Its message names nobody: it may reach a log. */
public final class EmergencyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    EmergencyRefused(Why why) {
        super("emergency refused: " + why);
        this.why = why;
    }

    /** Why not. Each has its words under {@code emergency.refused.} in the text bundle {@code emergency}. */
    public enum Why {
        NO_SUCH_ITEM,
        /** No number is set for the region, nor for where the desk is: call the one you know. */
        NO_NUMBER,
        /** It is a hidden test: nobody is in danger. */
        TEST,
        REGION,
        /** What is said has at most 2,000 characters, a reference 200 on one line. */
        WORDS,
        /** It was now, or within a day before. */
        TIME,
        NO_SUCH_CALL
    }

    public Why why() {
        return why;
    }

    public String words(Texts texts) {
        return texts.get("emergency.refused." + why);
    }
}
