package org.moderationdesk.insights;

import java.time.LocalDate;
import java.util.Map;
import org.moderationdesk.decisions.Outcome;

/**
 * One day's decisions.
 *
 * @param outcomes how many came to each; outcomes of none are absent
 * @param all how many came in time, of all
 * @param grave the same of critical and high ones
 * @param medianMs the median of active work; 0 with no decision
 */
public record DayFigures(LocalDate day, Map<Outcome, Integer> outcomes, InTime all, InTime grave, int medianMs) {
    public DayFigures {
        outcomes = Map.copyOf(outcomes);
    }

    /** So many of so many came before the deadline. */
    public record InTime(int inTime, int decided) {
        /** NaN where nothing was decided. */
        public double share() {
            return decided == 0 ? Double.NaN : (double) inTime / decided;
        }
    }

    public int decided() {
        return all.decided();
    }
}
