package org.moderationdesk.insights;

import java.time.Instant;
import java.util.Optional;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;

/**
 * A decision whose answer to a clause differs from that of a blind second review. Names nobody.
 *
 * @param at when the second review was answered
 * @param section what the item was judged under
 */
public record DisputedCase(
        ClauseCode clause,
        String decisionId,
        String itemId,
        Instant at,
        SectionCode section,
        boolean childSafety,
        Side first,
        Side second) {
    /** What one of the two came to. */
    public record Side(Answer answer, Outcome outcome) {}

    /** Empty where one of the two did not answer the clause, or both did the same. */
    static Optional<DisputedCase> of(BlindPair pair, ClauseCode clause) {
        Answer first = pair.first().answers().get(clause);
        Answer second = pair.second().answers().get(clause);
        if (first == null || second == null || first == second) {
            return Optional.empty();
        }
        return Optional.of(new DisputedCase(
                clause,
                pair.decision(),
                pair.item(),
                pair.at(),
                pair.section(),
                pair.childSafety(),
                new Side(first, pair.first().outcome()),
                new Side(second, pair.second().outcome())));
    }
}
