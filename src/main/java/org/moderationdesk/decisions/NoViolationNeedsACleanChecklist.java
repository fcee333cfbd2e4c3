package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * D4: content passes as no violation only when what the reports point at has been answered and nothing is broken or
 * doubtful in 8.1 to 8.3; and nobody's account suffers for content that stays.
 */
final class NoViolationNeedsACleanChecklist implements DecisionRule {
    @Override
    public String number() {
        return "D4";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        var refusals = new ArrayList<Refusal>();
        if (asked.outcomeIs(Outcome.NO_VIOLATION)) {
            checkAnswers(asked, refusals);
        }
        AccountMeasure.Type measure = asked.proposal().account().type();
        Outcome outcome = asked.proposal().outcome();
        if (measure != AccountMeasure.Type.NONE && (outcome == Outcome.NO_VIOLATION || outcome == Outcome.EXCEPTION)) {
            refusals.add(refusal("measure-without-violation", measure, outcome));
        }
        return refusals;
    }

    private void checkAnswers(Asked asked, List<Refusal> refusals) {
        if (!asked.yes().isEmpty()) {
            refusals.add(refusal("no-violation-with-yes", asked.yes()));
        }
        List<ClauseCode> open = Recommendation.unanswered(asked.proposal(), asked.facts(), asked.book());
        if (!open.isEmpty()) {
            refusals.add(refusal("unanswered", Phrase.counted("decisions.count.rules", open.size()), open));
        }
        List<ClauseCode> doubtful = asked.sealed(Answer.UNSURE);
        if (!doubtful.isEmpty()) {
            refusals.add(refusal("unsure-about-minors", doubtful));
        }
    }
}
