package org.moderationdesk.insights;

import java.util.List;
import java.util.Map;
import org.moderationdesk.agreement.Agreement;
import org.moderationdesk.agreement.ClauseAgreement;
import org.moderationdesk.agreement.ReviewerPair;
import org.moderationdesk.decisions.Outcome;

/**
 * Every measure of agreement over the blind pairs of the weeks of the heat map.
 *
 * @param all on the outcome
 * @param byOutcome each outcome against all others
 * @param byClause on the answer to each clause, in the order of the book
 * @param byReviewers of each two people; empty for who may not know names
 */
public record Measures(
        Agreement<Outcome> all,
        Map<Outcome, Agreement<Boolean>> byOutcome,
        List<ClauseAgreement> byClause,
        List<ReviewerPair> byReviewers) {
    public Measures {
        byOutcome = Map.copyOf(byOutcome);
        byClause = List.copyOf(byClause);
        byReviewers = List.copyOf(byReviewers);
    }
}
