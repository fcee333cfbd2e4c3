package org.moderationdesk.agreement;

import java.time.LocalDate;
import java.util.List;

/**
 * Cohen's kappa of outcomes by chapter and ISO week.
 *
 * @param weeks the Mondays they begin on, oldest first
 */
public record HeatMap(List<LocalDate> weeks, List<Row> rows) {
    public HeatMap {
        weeks = List.copyOf(weeks);
        rows = List.copyOf(rows);
    }

    /** One chapter; as many cells as there are weeks. */
    public record Row(int chapter, List<Figure> kappas) {
        public Row {
            kappas = List.copyOf(kappas);
        }
    }
}
