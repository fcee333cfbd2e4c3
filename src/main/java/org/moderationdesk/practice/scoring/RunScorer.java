package org.moderationdesk.practice.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionRule;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.GivenAnswer;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Score;
import org.moderationdesk.practice.Scorer;
import org.moderationdesk.practice.ScoringRules;

/**
 * Scores by every field that counts. An item is worth the weighted mean of its {@linkplain Likeness parts} against the
 * accepted answer that it comes nearest to, a run the mean of its items; what was not answered is worth nothing.
 */
public final class RunScorer implements Scorer {
    private static final int MINORS = 8;
    private static final int WHOLE = 10_000;

    private final Rules rules;

    /** @param rules whose book says where no exception may be made */
    public RunScorer(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Score score(ScoringRules scoring, List<Reviewed> items) {
        return score(scoring, items, 0);
    }

    @Override
    public Score score(ScoringRules scoring, List<Reviewed> items, int unanswered) {
        return together(scoring, items.stream().map(item -> of(scoring, item)).toList(), unanswered);
    }

    /** What a run is worth whose answers are {@linkplain #of worth} this. */
    Score together(ScoringRules scoring, List<ItemScore> items, int unanswered) {
        double worth = 0;
        int right = 0;
        int severe = 0;
        int weighed = unanswered;
        for (ItemScore one : items) {
            right += one.isRight() ? 1 : 0;
            severe += one.severe().size();
            boolean weighs = weight(scoring, one.parts()) > 0;
            weighed += weighs ? 1 : 0;
            worth += weighs ? one.worth() : 0;
        }
        int hundredths = weighed == 0 ? 0 : hundredths(worth / weighed);
        boolean passed =
                !items.isEmpty() && hundredths >= scoring.passMark() * 100 && (severe == 0 || !scoring.severeFails());
        return new Score(hundredths, right, items.size() + unanswered, severe, passed);
    }

    @Override
    public boolean isRight(Reviewed item) {
        return of(ScoringRules.usual(), item).isRight();
    }

    /** What one item is worth. */
    public ItemScore of(ScoringRules scoring, Reviewed item) {
        GivenAnswer given = item.answer();
        if (given == null) {
            Map<Field, Double> nothing = new EnumMap<>(Field.class);
            item.key().counts().forEach(field -> nothing.put(field, 0.0));
            return new ItemScore(item, item.key().first(), nothing, 0, Set.of());
        }
        ItemScore best = null;
        for (Proposal accepted : item.key().accepted()) {
            ItemScore one = against(scoring, item, given.proposal(), accepted);
            best = best == null || isNearer(one, best) ? one : best;
        }
        if (best == null) {
            throw new IllegalArgumentException("a key accepts an answer");
        }
        return new ItemScore(item, best.against(), best.parts(), best.worth(), severe(item, given.proposal()));
    }

    /** What is wholly right is nearest, also where a field that is not right has no weight. */
    private static boolean isNearer(ItemScore one, ItemScore other) {
        return one.isRight() == other.isRight() ? one.worth() > other.worth() : one.isRight();
    }

    private static ItemScore against(ScoringRules scoring, Reviewed item, Proposal answer, Proposal accepted) {
        Map<Field, Double> parts = new EnumMap<>(Field.class);
        double worth = 0;
        for (Field field : item.key().counts()) {
            double part =
                    Likeness.of(field, answer, accepted, item.item().content().item());
            parts.put(field, part);
            worth += part * scoring.weight(field);
        }
        int weight = weight(scoring, parts);
        return new ItemScore(item, accepted, parts, weight == 0 ? 0 : worth / weight, Set.of());
    }

    private static int weight(ScoringRules scoring, Map<Field, Double> parts) {
        return parts.keySet().stream().mapToInt(scoring::weight).sum();
    }

    private Set<Severe> severe(Reviewed item, Proposal answer) {
        Set<Severe> severe = EnumSet.noneOf(Severe.class);
        if (missesReferral(item, answer)) {
            severe.add(Severe.MISSED_REFERRAL);
        }
        if (answer.outcome() == Outcome.EXCEPTION && item.key().counts().contains(Field.OUTCOME)) {
            boolean picture = item.item().content().item().kind().hasPicture();
            boolean everywhere = item.key().accepted().stream().allMatch(accepted -> excusesNowhere(accepted, picture));
            if (everywhere) {
                severe.add(Severe.REFUSED_EXCEPTION);
            }
        }
        return severe;
    }

    /** Every accepted answer refers over a clause of chapter 8, and this one refers to nobody and hands it to nobody. */
    private static boolean missesReferral(Reviewed item, Proposal answer) {
        return item.key().counts().contains(Field.REFERRALS)
                && answer.referrals().isEmpty()
                && answer.outcome() != Outcome.ESCALATE
                && item.key().accepted().stream()
                        .allMatch(accepted -> !accepted.referrals().isEmpty()
                                && named(accepted).stream()
                                        .anyMatch(clause -> clause.section().chapter() == MINORS));
    }

    private boolean excusesNowhere(Proposal accepted, boolean picture) {
        Book book = rules.book(accepted);
        return accepted.outcome() != Outcome.EXCEPTION
                && named(accepted).stream().anyMatch(clause -> book.section(clause.section())
                        .filter(section -> section.exceptionOn(clause, picture) == ExceptionRule.REFUSED)
                        .isPresent());
    }

    private static Set<ClauseCode> named(Proposal accepted) {
        Set<ClauseCode> named = new TreeSet<>(accepted.answered(Answer.YES));
        named.addAll(accepted.answered(Answer.UNSURE));
        return named;
    }

    /** To the nearest, half up; adding up fractions leaves crumbs, which must not tip it. */
    static int hundredths(double share) {
        return BigDecimal.valueOf(share * WHOLE)
                .setScale(6, RoundingMode.HALF_EVEN)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
