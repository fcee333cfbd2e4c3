package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.GivenAnswer;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.ScoringRules;

/** Tells a run in figures: each answer beside that accepted one which it is nearest to. */
record ScoredFigures(PracticeWords words) implements FiguresOf {
    @Override
    public Figures of(ScoringRules rules, List<Reviewed> items) {
        Map<Outcome, Map<Outcome, Integer>> outcomes = new EnumMap<>(Outcome.class);
        Map<ClauseCode, int[]> clauses = new TreeMap<>();
        int right = 0;
        int exceptions = 0;
        int exceptionsRight = 0;
        for (Reviewed one : items) {
            GivenAnswer given = one.answer();
            Proposal key = nearest(one);
            key.answers().forEach((clause, answer) -> {
                int[] counts = clauses.computeIfAbsent(clause, _ -> new int[2]);
                counts[1]++;
                if (given != null && given.proposal().answers().get(clause) == answer) {
                    counts[0]++;
                }
            });
            if (key.outcome() == Outcome.EXCEPTION) {
                exceptions++;
                exceptionsRight += given != null && sameException(given.proposal(), key) ? 1 : 0;
            }
            Outcome said = given == null ? null : given.proposal().outcome();
            if (said != null && key.outcome() != null) {
                outcomes.computeIfAbsent(key.outcome(), _ -> new EnumMap<>(Outcome.class))
                        .merge(said, 1, Integer::sum);
                right += said == key.outcome() ? 1 : 0;
            }
        }
        List<Figures.Rule> byRule = new ArrayList<>();
        clauses.forEach((clause, counts) -> byRule.add(new Figures.Rule(clause, counts[0], counts[1])));
        byRule.sort(Comparator.comparingInt((Figures.Rule rule) -> rule.right() - rule.of()));
        return new Figures(
                right,
                items.size(),
                new Figures.Part(
                        byRule.stream().mapToInt(Figures.Rule::right).sum(),
                        byRule.stream().mapToInt(Figures.Rule::of).sum()),
                new Figures.Part(exceptionsRight, exceptions),
                new Figures.Part(0, 0),
                ResultModel.medianMs(items),
                outcomes,
                byRule,
                List.of(),
                "");
    }

    private static boolean sameException(Proposal given, Proposal key) {
        return given.outcome() == Outcome.EXCEPTION
                && given.exception() != null
                && key.exception() != null
                && given.exception().ground() == key.exception().ground()
                && Objects.equals(given.exception().carveOut(), key.exception().carveOut());
    }

    private static Proposal nearest(Reviewed one) {
        GivenAnswer given = one.answer();
        return given == null
                ? one.key().first()
                : one.key().accepted().stream()
                        .filter(accepted ->
                                accepted.outcome() == given.proposal().outcome())
                        .findFirst()
                        .orElse(one.key().first());
    }
}
