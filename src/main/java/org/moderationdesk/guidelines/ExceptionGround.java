package org.moderationdesk.guidelines;

import java.util.Arrays;
import java.util.List;

/** Why content that breaks a clause may stay all the same. */
public enum ExceptionGround {
    EDUCATIONAL,
    DOCUMENTARY,
    SCIENTIFIC,
    ARTISTIC,
    SATIRE,
    FICTION,
    COUNTERSPEECH,
    NEWSWORTHY,
    SOCIAL_EXPRESSION,
    /** The section itself makes room for it; the carve-out is named beside the ground. */
    CARVE_OUT;

    private static final List<ExceptionGround> GENERAL =
            Arrays.stream(values()).filter(ground -> ground != CARVE_OUT).toList();

    /** The nine grounds that hold for the whole book. */
    public static List<ExceptionGround> general() {
        return GENERAL;
    }
}
