package org.moderationdesk.insights;

import java.util.List;

/**
 * The figures of one chart as a table: what a person reads in its place, and what goes to a file.
 *
 * @param id names it in files and tests, such as "on-time"
 * @param title in a person's language, as all words here
 * @param note what the figures are of, and what they leave out
 * @param columns the first one names the row
 * @param rows a {@link String} or {@link Number} a cell; an empty string where there is no figure
 * @param bar which column a bar beside a row is drawn of; −1 for none
 */
public record Sheet(String id, String title, String note, List<Column> columns, List<List<Object>> rows, int bar) {
    public Sheet {
        columns = List.copyOf(columns);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "%s: a row of %d under %d columns".formatted(id, row.size(), columns.size()));
            }
        }
        rows = rows.stream().map(List::copyOf).toList();
    }
}
