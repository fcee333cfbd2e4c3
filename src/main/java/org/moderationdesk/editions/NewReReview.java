package org.moderationdesk.editions;

import java.util.Set;
import java.util.TreeSet;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * What somebody wants reviewed again.
 *
 * @param clauses of the earlier edition
 * @param sample how many are drawn; 0 for all of them
 * @param seed by which they are drawn
 * @param reason why, in words; kept as a personal text
 * @param dueDays within how many days, 1 to 90
 */
public record NewReReview(Edition edition, Set<ClauseCode> clauses, int sample, long seed, String reason, int dueDays) {
    /** More than a team reviews again at once, and few enough to be written in one act. */
    public static final int MOST = 2_000;

    public NewReReview {
        if (sample < 0 || dueDays < 1 || dueDays > 90) {
            throw new IllegalArgumentException("a sample of " + sample + " within " + dueDays + " days");
        }
        clauses = new TreeSet<>(clauses);
        reason = reason.strip();
    }
}
