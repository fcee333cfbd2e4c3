package org.moderationdesk.decisions;

import java.util.List;
import org.moderationdesk.staff.Rights;

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
        if (Rights.sees(asked.facts().person(), true)) {
            return List.of();
        }
        if (asked.facts().childSafety() || asked.facts().sealed()) {
            return List.of(refusal("clearance"));
        }
        boolean marks = ChildSafety.of(asked.proposal()) != ChildSafety.Mark.NONE;
        return marks && !asked.outcomeIs(Outcome.ESCALATE) ? List.of(refusal("hand-over")) : List.of();
    }
}
