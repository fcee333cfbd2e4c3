package org.moderationdesk.insights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.moderationdesk.agreement.Agreement;
import org.moderationdesk.agreement.ClauseAgreement;
import org.moderationdesk.agreement.HeatMap;
import org.moderationdesk.decisions.Outcome;

/**
 * Whether decisions were right, as far as second reviews tell.
 *
 * @param blind agreement of the blind pairs of the last 30 days
 * @param byWeek kappa by chapter and week
 * @param measures agreement in all its measures, over these weeks
 * @param unclear clauses read differently in these weeks, the least clear first
 * @param accuracy by section, over the period
 * @param overturned by week, oldest first
 */
public record QualityFigures(
        Agreement<Outcome> blind,
        HeatMap byWeek,
        Measures measures,
        List<ClauseAgreement> unclear,
        Map<String, HandleTime.Accuracy> accuracy,
        List<Week> overturned) {
    public QualityFigures {
        unclear = List.copyOf(unclear);
        accuracy = Map.copyOf(accuracy);
        overturned = List.copyOf(overturned);
    }

    /**
     * Decisions of one week that were reviewed a second time.
     *
     * @param monday on which it begins
     * @param overturned how many of those checked gave way to another decision
     */
    public record Week(LocalDate monday, int checked, int overturned) {
        /** NaN where nothing was checked. */
        public double share() {
            return checked == 0 ? Double.NaN : (double) overturned / checked;
        }
    }
}
