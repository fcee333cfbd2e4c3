package org.moderationdesk.practice.scoring;

import java.util.List;
import java.util.function.Predicate;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Score;
import org.moderationdesk.practice.ScoringRules;

/**
 * What came of a run.
 *
 * @param items that were answered, in the order of the run
 * @param unanswered how many more there are
 * @param rules of the answers to clauses that keys give, how many were the same
 * @param exceptions of the items that stay on a ground, how many were given with that ground
 * @param evidence of the items whose marks count, how many were marked in the right place
 * @param clauses in book order
 */
public record RunReport(
        Score score,
        ScoringRules scoring,
        List<ItemScore> items,
        int unanswered,
        Tally rules,
        Tally exceptions,
        Tally evidence,
        Confusion confusion,
        List<ClauseResult> clauses,
        Pace pace) {
    public RunReport {
        items = List.copyOf(items);
        clauses = List.copyOf(clauses);
    }

    /** So many of so many. */
    public record Tally(int right, int of) {}

    /**
     * Of a run that is over.
     *
     * @param reviewed every item that was answered
     * @param unanswered how many more there are
     */
    public static RunReport of(RunScorer scorer, ScoringRules scoring, List<Reviewed> reviewed, int unanswered) {
        List<ItemScore> items =
                reviewed.stream().map(one -> scorer.of(scoring, one)).toList();
        List<ClauseResult> clauses = ClauseResult.of(items);
        return new RunReport(
                scorer.together(scoring, items, unanswered),
                scoring,
                items,
                unanswered,
                new Tally(
                        clauses.stream().mapToInt(ClauseResult::right).sum(),
                        clauses.stream().mapToInt(ClauseResult::asked).sum()),
                tally(
                        items,
                        item -> item.counts(Field.EXCEPTION) && item.expected() == Outcome.EXCEPTION,
                        item -> item.isRight(Field.OUTCOME) && item.isRight(Field.EXCEPTION)),
                tally(items, item -> item.counts(Field.EVIDENCE), item -> item.isRight(Field.EVIDENCE)),
                Confusion.of(items),
                clauses,
                Pace.of(items));
    }

    private static Tally tally(List<ItemScore> items, Predicate<ItemScore> asked, Predicate<ItemScore> right) {
        List<ItemScore> of = items.stream().filter(asked).toList();
        return new Tally((int) of.stream().filter(right).count(), of.size());
    }

    /** What was answered and not wholly right. In the order of the run. */
    public List<ItemScore> missed() {
        return items.stream().filter(item -> !item.isRight()).toList();
    }

    /** The ids of those: what to practise again, with what was not answered. */
    public List<String> missedIds() {
        return missed().stream().map(item -> item.reviewed().item().id()).toList();
    }

    /** Mistakes that fail it, each with its item. */
    public List<ItemScore> severe() {
        return items.stream().filter(item -> !item.severe().isEmpty()).toList();
    }
}
