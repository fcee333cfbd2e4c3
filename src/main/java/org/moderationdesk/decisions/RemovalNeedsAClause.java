package org.moderationdesk.decisions;

import java.util.List;

/** D1: nothing is removed without a clause that it breaks. */
final class RemovalNeedsAClause implements DecisionRule {
    @Override
    public String number() {
        return "D1";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        return asked.outcomeIs(Outcome.REMOVE) && asked.yes().isEmpty()
                ? List.of(refusal("removal-without-clause"))
                : List.of();
    }
}
