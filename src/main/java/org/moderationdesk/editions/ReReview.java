package org.moderationdesk.editions;

import java.time.Instant;
import java.util.List;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * Decisions that are reviewed again because of an edition, and how far that is.
 *
 * @param clauses of the earlier edition
 * @param found how many were touched
 * @param chosen how many of them are reviewed again
 * @param seed by which they were drawn
 * @param reason in words; empty once they are erased
 */
public record ReReview(
        String id,
        String edition,
        List<ClauseCode> clauses,
        long found,
        int chosen,
        long seed,
        String reason,
        int dueDays,
        String by,
        Instant at,
        Stages stages) {
    public ReReview {
        clauses = List.copyOf(clauses);
    }

    /**
     * How far the chosen ones are, each in one of them; those that this person may know of.
     *
     * @param toAsk no second review is asked for yet
     * @param waiting for somebody, or for being compared
     * @param differs from the first, and nobody has said what holds
     * @param gone the decision did not stand any more before anybody reviewed it
     */
    public record Stages(int toAsk, int waiting, int agreed, int differs, int settled, int gone) {
        static final Stages NONE = new Stages(0, 0, 0, 0, 0, 0);

        public int all() {
            return toAsk + waiting + agreed + differs + settled + gone;
        }

        /** Those with an end. */
        public int done() {
            return agreed + settled + gone;
        }
    }
}
