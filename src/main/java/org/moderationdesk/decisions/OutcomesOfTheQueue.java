package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Not of the book but of the team: a queue may leave some outcomes and account measures to others. */
final class OutcomesOfTheQueue implements DecisionRule {
    @Override
    public String number() {
        return Refusal.QUEUE;
    }

    @Override
    public List<Refusal> check(Asked asked) {
        var refusals = new ArrayList<Refusal>();
        Allowed allowed = asked.facts().allowed();
        @Nullable Outcome outcome = asked.proposal().outcome();
        if (outcome != null && !allowed.outcomes().contains(outcome)) {
            refusals.add(refusal("queue-outcome", outcome));
        }
        AccountMeasure.Type measure = asked.proposal().account().type();
        if (!allowed.measures().contains(measure)) {
            refusals.add(refusal("queue-measure", measure));
        }
        return refusals;
    }
}
