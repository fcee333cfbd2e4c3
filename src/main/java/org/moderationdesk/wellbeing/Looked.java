package org.moderationdesk.wellbeing;

import java.time.Instant;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;

/**
 * One uncovering of content, as it counts towards exposure.
 *
 * @param person who looked
 * @param severity of the case when it was opened
 * @param from when it began
 * @param millis for how long
 */
public record Looked(String person, long caseId, Severity severity, LookForm form, Instant from, long millis) {
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
    public static boolean isSevere(Severity severity, LookForm form, long millis) {
        return Weights.isSevere(severity) && (form.isWhole() || form == LookForm.FRAMES) && millis >= REAL_MILLIS;
    }
}
