package org.moderationdesk.calibration;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;

/**
 * What is right for a case.
 *
 * @param clauses those that it is about, in book order: broken, or for "no violation" weighed and not broken
 * @param ground with outcome EXCEPTION only
 * @param carveOut with ground CARVE_OUT only
 */
public record RightAnswer(
        Outcome outcome,
        List<ClauseCode> clauses,
        @Nullable ExceptionGround ground,
        @Nullable CarveOutCode carveOut) {
    private static final int MOST_CLAUSES = 30;

    public RightAnswer {
        clauses = clauses.stream().distinct().sorted().toList();
        if (clauses.isEmpty() || clauses.size() > MOST_CLAUSES) {
            throw new IllegalArgumentException("a ruling is about 1 to 30 clauses");
        }
        if (outcome == Outcome.ESCALATE) {
            throw new IllegalArgumentException("to escalate is no answer");
        }
        if ((ground != null) != (outcome == Outcome.EXCEPTION)
                || (carveOut != null) != (ground == ExceptionGround.CARVE_OUT)) {
            throw new IllegalArgumentException("a ground goes with an exception, a carve-out with its ground");
        }
    }

    /** Whether a proposal says the same: outcome, ground and carve-out. */
    boolean isThatOf(Proposal proposal) {
        if (proposal.outcome() != outcome) {
            return false;
        }
        return outcome != Outcome.EXCEPTION
                || proposal.exception() != null
                        && proposal.exception().ground() == ground
                        && Objects.equals(proposal.exception().carveOut(), carveOut);
    }
}
