package org.moderationdesk.practice;

import java.time.Instant;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Outcome;

/**
 * What somebody decided on a hidden test, against its key.
 *
 * @param key the outcome that the key stands for
 * @param score of this one item, by the rules of its set
 */
public record HiddenResult(
        HiddenTest test,
        String decisionId,
        String person,
        Instant at,
        DecisionState state,
        Outcome outcome,
        Outcome key,
        Score score) {
    public boolean isRight() {
        return score.right() == 1;
    }
}
