package org.moderationdesk.wellbeing;

import java.time.Instant;
import org.moderationdesk.guidelines.Severity;

/**
 * One uncovering of content, as it counts towards exposure.
 *
 * @param person who looked
 * @param severity of the case when it was opened
 * @param form as the look itself names it, such as COLOUR
 * @param from when it began
 * @param millis for how long
 */
public record Looked(String person, long caseId, Severity severity, String form, Instant from, long millis) {
    /** A look shorter than this, or through less than the whole picture, is no look at severe content yet. */
    private static final long REAL_MILLIS = 1_000;

    public Looked {
        if (millis < 0) {
            throw new IllegalArgumentException("a look does not end before it begins");
        }
    }

    /** Whether severe content was really seen: the whole picture, for a second or longer. */
    public boolean isSevere() {
        return isSevere(severity, form, millis);
    }

    /** As {@link #isSevere()}, of a look that is not yet anybody's. */
    public static boolean isSevere(Severity severity, String form, long millis) {
        return Weights.isSevere(severity) && Weights.isWhole(form) && millis >= REAL_MILLIS;
    }
}
