package org.moderationdesk.decisions;

import java.util.List;

/**
 * D9: a child-safety case is for people with the clearance. Somebody without it whose answers make the case one can
 * only hand it over.
 */
final class ClearanceForChildSafety implements DecisionRule {
    @Override
    public String number() {
        return "D9";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        if (asked.facts().person().childSafety()) {
            return List.of();
        }
        if (asked.facts().childSafety() || asked.facts().sealed()) {
            return List.of(refusal("clearance"));
        }
        boolean marks = ChildSafety.of(asked.proposal()) != ChildSafety.Mark.NONE;
        return marks && !asked.outcomeIs(Outcome.ESCALATE) ? List.of(refusal("hand-over")) : List.of();
    }
}
