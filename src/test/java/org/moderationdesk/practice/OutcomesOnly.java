package org.moderationdesk.practice;

import java.util.List;

/** A scorer of which everybody can say beforehand what it will say: the outcome is right or it is not. */
public final class OutcomesOnly implements Scorer {
    @Override
    public Score score(ScoringRules rules, List<Reviewed> items) {
        return score(rules, items, 0);
    }

    @Override
    public Score score(ScoringRules rules, List<Reviewed> items, int unanswered) {
        int right = (int) items.stream().filter(this::isRight).count();
        int all = items.size() + unanswered;
        int hundredths = all == 0 ? 0 : right * 10_000 / all;
        return new Score(hundredths, right, all, 0, hundredths >= rules.passMark() * 100);
    }

    @Override
    public boolean isRight(Reviewed item) {
        GivenAnswer answer = item.answer();
        return answer != null
                && item.key().accepted().stream()
                        .anyMatch(one -> one.outcome() == answer.proposal().outcome());
    }
}
