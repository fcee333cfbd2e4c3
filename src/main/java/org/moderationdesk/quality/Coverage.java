package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far quality review has come with the decisions of a period. What concerns child safety is in it only for who may
 * know of it.
 *
 * @param through up to when decisions have been looked at; null while no pass has been made
 * @param total over all strata; a decision is drawn once, so these add up, but for {@code decisions}
 */
public record Coverage(
        Instant from, Instant until, @Nullable Instant through, List<Line> lines, Line total) {
    public Coverage {
        lines = List.copyOf(lines);
    }

    /**
     * One stratum.
     *
     * @param stratum null for the total
     * @param decisions how many belong to it, of those that passes have looked at; 0 for what was asked for by hand
     * @param drawn how many were drawn; the rest of the numbers say what became of them, and add up to it
     * @param waiting nobody has answered it; {@code overdue} of these past their time
     * @param reviewed answered: {@code agreed} and {@code disputed}, and what has not been compared yet
     * @param disputed they differ, whatever became of it: {@code open} of these are not resolved
     * @param dropped the decision was taken back, or gave way to another, before anybody reviewed it
     */
    public record Line(
            @Nullable Stratum stratum,
            long decisions,
            long drawn,
            long waiting,
            long overdue,
            long reviewed,
            long agreed,
            long disputed,
            long open,
            long dropped) {
        /** What was drawn, and not dropped, of which there is an answer: from 0 to 1; 1 where nothing was drawn. */
        public double progress() {
            long due = drawn - dropped;
            return due == 0 ? 1 : (double) reviewed / due;
        }
    }
}
