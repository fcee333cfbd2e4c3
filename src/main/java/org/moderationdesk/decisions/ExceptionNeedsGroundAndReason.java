package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;

/** D2: an exception says what it excuses, on which ground and why; no other outcome carries one. */
final class ExceptionNeedsGroundAndReason implements DecisionRule {
    @Override
    public String number() {
        return "D2";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        ExceptionClaim claim = asked.proposal().exception();
        if (!asked.outcomeIs(Outcome.EXCEPTION)) {
            return claim == null || asked.proposal().outcome() == null
                    ? List.of()
                    : List.of(refusal("exception-elsewhere"));
        }
        var refusals = new ArrayList<Refusal>();
        if (asked.yes().isEmpty()) {
            refusals.add(refusal("exception-without-clause"));
        }
        if (claim == null || claim.ground() == null) {
            refusals.add(refusal("exception-without-ground"));
        }
        if (claim == null || !Words.isReason(claim.why())) {
            refusals.add(
                    refusal("exception-without-why", Words.REASON, Words.length(claim == null ? null : claim.why())));
        }
        return refusals;
    }
}
