package org.moderationdesk.agreement;

import java.time.Instant;
import java.util.Map;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;

/**
 * Two judgements of one item, the second made without knowing the first.
 *
 * @param decision id of the first decision
 * @param at when the second was made
 * @param section what the item was judged under
 */
public record BlindPair(
        String decision, String item, Instant at, SectionCode section, boolean childSafety, Side first, Side second) {
    public BlindPair {
        if (first.reviewer().equals(second.reviewer())) {
            throw new IllegalArgumentException("one person judged decision " + decision + " twice");
        }
    }

    /** What one of the two came to; clauses that they did not answer are absent. */
    public record Side(String reviewer, Outcome outcome, Map<ClauseCode, Answer> answers) {
        public Side {
            answers = Map.copyOf(answers);
        }
    }

    public boolean sameOutcome() {
        return first.outcome() == second.outcome();
    }

    /** The same with its sides changed, for where it does not matter who was first. */
    BlindPair turned() {
        return new BlindPair(decision, item, at, section, childSafety, /* first= */ second, /* second= */ first);
    }
}
