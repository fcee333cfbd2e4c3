package org.moderationdesk.practice.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.scoring.Advice;
import org.moderationdesk.practice.scoring.Confusion;
import org.moderationdesk.practice.scoring.ItemScore;
import org.moderationdesk.practice.scoring.RunReport;
import org.moderationdesk.practice.scoring.RunScorer;

/** Tells a run in the figures of its score, and in words. */
record ScoredFigures(PracticeWords words, RunScorer scorer) implements FiguresOf {
    @Override
    public Figures of(ScoringRules rules, List<Reviewed> items, int unanswered) {
        RunReport report = RunReport.of(scorer, rules, items, unanswered);
        List<Figures.Rule> byRule = new ArrayList<>();
        report.clauses()
                .forEach(one -> byRule.add(new Figures.Rule(one.clause(), one.right(), one.asked(), one.extra())));
        byRule.sort(Comparator.comparingInt((Figures.Rule rule) -> rule.right() - rule.of() - rule.extra()));
        return new Figures(
                report.score(),
                report.missed().stream().map(ItemScore::reviewed).toList(),
                part(report.rules()),
                part(report.exceptions()),
                part(report.evidence()),
                report.pace().median().orElse(0),
                outcomes(report.confusion()),
                byRule,
                report.severe().stream().map(this::severe).toList(),
                Advice.of(report).stream().map(tip -> tip.words(words.texts())).collect(Collectors.joining(" ")));
    }

    private static Figures.Part part(RunReport.Tally tally) {
        return new Figures.Part(tally.right(), tally.of());
    }

    private static Map<Outcome, Map<Outcome, Integer>> outcomes(Confusion confusion) {
        Map<Outcome, Map<Outcome, Integer>> all = new EnumMap<>(Outcome.class);
        confusion.counts().forEach((key, row) -> all.put(key, Map.copyOf(row)));
        return all;
    }

    private String severe(ItemScore one) {
        String id = SafeLine.of(one.reviewed().item().id());
        return one.severe().stream()
                .sorted()
                .map(severe -> words.get("practice.severe." + severe, id))
                .collect(Collectors.joining(", "));
    }
}
