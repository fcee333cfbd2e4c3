package org.moderationdesk.practice.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.GivenAnswer;

/**
 * How one clause was answered over a run. One that is left out is taken as answered with no.
 *
 * @param asked how often the key answers it, one way or the other, in items that were answered
 * @param right how often the answer was the same
 * @param missed how often the key says yes or unsure, and the answer says something else
 * @param extra how often the answer says yes or unsure, and the key neither
 */
public record ClauseResult(ClauseCode clause, int asked, int right, int missed, int extra) {

    /** Every clause that was answered or should have been, in book order. */
    static List<ClauseResult> of(List<ItemScore> items) {
        Map<ClauseCode, int[]> counts = new TreeMap<>();
        for (ItemScore item : items) {
            GivenAnswer given = item.reviewed().answer();
            if (given != null && item.counts(Field.CLAUSES)) {
                count(given.proposal(), item.against(), counts);
            }
        }
        List<ClauseResult> all = new ArrayList<>();
        counts.forEach((clause, one) -> all.add(new ClauseResult(clause, one[0], one[1], one[2], one[3])));
        return all;
    }

    private static void count(Proposal answer, Proposal key, Map<ClauseCode, int[]> counts) {
        var clauses = new TreeSet<>(key.answers().keySet());
        clauses.addAll(answer.answered(Answer.YES));
        clauses.addAll(answer.answered(Answer.UNSURE));
        for (ClauseCode clause : clauses) {
            int[] count = counts.computeIfAbsent(clause, _ -> new int[4]);
            Answer wanted = key.answers().getOrDefault(clause, Answer.NO);
            Answer said = answer.answers().getOrDefault(clause, Answer.NO);
            boolean asked = key.answers().containsKey(clause);
            count[0] += asked ? 1 : 0;
            count[1] += asked && wanted == said ? 1 : 0;
            count[2] += wanted != Answer.NO && wanted != said ? 1 : 0;
            count[3] += wanted == Answer.NO && said != Answer.NO ? 1 : 0;
        }
    }
}
