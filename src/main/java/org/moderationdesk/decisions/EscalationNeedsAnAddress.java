package org.moderationdesk.decisions;

import java.util.List;

/** D14: a case is escalated to somebody: to specialists, or to whom it is referred. */
final class EscalationNeedsAnAddress implements DecisionRule {
    @Override
    public String number() {
        return "D14";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        return asked.outcomeIs(Outcome.ESCALATE)
                        && asked.proposal().referrals().isEmpty()
                        && Words.blank(asked.proposal().escalateTo())
                ? List.of(refusal("escalate-to"))
                : List.of();
    }
}
