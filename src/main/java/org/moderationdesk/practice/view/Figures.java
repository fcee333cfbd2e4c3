package org.moderationdesk.practice.view;

import java.util.List;
import java.util.Map;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Score;

/**
 * What a result shows of a run in numbers.
 *
 * @param score by the rules and keys of now
 * @param missed what was answered and is not wholly right, in the order of the run
 * @param medianMs of the active time on an item; 0 where nothing was answered
 * @param outcomes how many items by the outcome of the key, and by what was said
 * @param severe the severe mistakes, in words
 * @param advice the pattern of what was missed, in words; empty where there is none
 */
record Figures(
        Score score,
        List<Reviewed> missed,
        Part rules,
        Part exceptions,
        Part evidence,
        long medianMs,
        Map<Outcome, Map<Outcome, Integer>> outcomes,
        List<Rule> byRule,
        List<String> severe,
        String advice) {
    /** So many of so many. */
    record Part(int right, int of) {}

    /**
     * One clause that keys speak of.
     *
     * @param extra how often it was held broken where the key says nothing of it
     */
    record Rule(ClauseCode clause, int right, int of, int extra) {}

    int at(Outcome key, Outcome said) {
        return outcomes.getOrDefault(key, Map.of()).getOrDefault(said, 0);
    }
}
