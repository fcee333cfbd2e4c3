package org.moderationdesk.practice;

import java.util.List;

/** A scorer of which everybody can say beforehand what it will say: the outcome is right or it is not. */
public final class OutcomesOnly implements Scorer {
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
