package org.moderationdesk.practice;

import java.util.List;

/** Scores by the outcome alone: an item is right when its outcome is one that the key accepts. */
public final class OutcomeScorer implements Scorer {
    @Override
    public Score score(ScoringRules rules, List<Reviewed> items) {
        int right = (int) items.stream().filter(this::isRight).count();
        int hundredths = items.isEmpty() ? 0 : right * 10_000 / items.size();
        return new Score(hundredths, right, items.size(), 0, hundredths >= rules.passMark() * 100);
    }

    @Override
    public boolean isRight(Reviewed item) {
        GivenAnswer answer = item.answer();
        return answer != null
                && item.key().accepted().stream()
                        .anyMatch(one -> one.outcome() == answer.proposal().outcome());
    }
}
