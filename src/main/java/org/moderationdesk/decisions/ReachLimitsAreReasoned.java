package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.ItemKind;

/**
 * D12: reach is limited for a reason and somewhere; it is no half measure for what breaks a clause, and an account has
 * no reach of its own. An escalation may carry a limit while the case is under review, nothing else.
 */
final class ReachLimitsAreReasoned implements DecisionRule {
    private static final String SPAM = "9.1";

    @Override
    public String number() {
        return "D12";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        @Nullable Outcome outcome = asked.proposal().outcome();
        @Nullable ReachLimit reach = asked.proposal().reach();
        var refusals = new ArrayList<Refusal>();
        if (outcome == Outcome.LIMIT_REACH) {
            checkLimit(asked, reach, refusals);
        } else if (outcome == Outcome.ESCALATE) {
            if (reach != null && reach.limits() && reach.reason() != ReachLimit.Reason.UNDER_REVIEW) {
                refusals.add(refusal("reach-while-escalated"));
            }
        } else if (outcome != null && reach != null) {
            refusals.add(refusal("reach-elsewhere", outcome));
        }
        boolean limits =
                outcome == Outcome.LIMIT_REACH || outcome == Outcome.ESCALATE && reach != null && reach.limits();
        if (limits && asked.item().kind() == ItemKind.ACCOUNT) {
            refusals.add(refusal("reach-of-account"));
        }
        return refusals;
    }

    private void checkLimit(Asked asked, @Nullable ReachLimit reach, List<Refusal> refusals) {
        if (reach == null || reach.reason() == null) {
            refusals.add(refusal("reach-without-reason"));
        }
        if (reach == null || !reach.limits()) {
            refusals.add(refusal("reach-unlimited"));
        }
        if (!asked.yes().isEmpty() && (reach == null || !excuses(reach.reason(), asked))) {
            refusals.add(refusal("reach-with-yes", asked.yes()));
        }
    }

    private static boolean excuses(ReachLimit.@Nullable Reason reason, Asked asked) {
        List<ClauseCode> beyondSpam =
                asked.yesIn(clause -> !clause.section().value().equals(SPAM));
        return reason == ReachLimit.Reason.UNDER_REVIEW || reason == ReachLimit.Reason.SPAM && beyondSpam.isEmpty();
    }
}
