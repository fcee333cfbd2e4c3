package org.moderationdesk.base;

import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Writes CSV (RFC 4180, comma, UTF-8 by the writer given) whose cells no spreadsheet takes for a formula: a text that
 * begins with = + - @ tab, line end or NUL, or their wide forms, gets a single quote before it (CWE-1236). Numbers stay numbers. For
 * one thread.
 */
public final class CsvSafe implements AutoCloseable {
    /** The last four are = + - @ as wide as a Chinese character, which a Japanese spreadsheet reads as the narrow ones. */
    private static final String FORMULA = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS).build();

    private final SequenceWriter rows;
    private final int columns;

    /**
     * Writes the header row.
     *
     * @param out closed by {@link #close}
     */
    public CsvSafe(Writer out, List<String> header) {
        this.columns = header.size();
        this.rows =
                CSV.writer(CsvSchema.emptySchema().withLineSeparator("\r\n")).writeValues(out);
        rows.write(header);
    }

    /** Writes one row; null is an empty cell. */
    public void row(@Nullable Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row of " + cells.length + " cells under " + columns + " headings");
        }
        Object[] safe = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            safe[i] = cell instanceof Number ? cell : cell == null ? "" : cell(cell.toString());
        }
        rows.write(safe);
    }

    /** The text as a cell may hold it. */
    public static String cell(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() {
        rows.close();
    }
}
