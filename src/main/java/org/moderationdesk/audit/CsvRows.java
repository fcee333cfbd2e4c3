package org.moderationdesk.audit;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CsvSafe;
import tools.jackson.databind.json.JsonMapper;

/** CSV with one column a field; lists and objects stand in their cell as JSON. */
final class CsvRows implements RowWriter {
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<String> columns;
    private final CsvSafe out;
    private long rows;

    CsvRows(Writer out, List<String> columns) {
        this.columns = columns;
        this.out = new CsvSafe(out, columns);
    }

    @Override
    public void row(Map<String, ?> row) {
        out.row(columns.stream().map(column -> cell(row.get(column))).toArray());
        rows++;
    }

    private @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Map<?, ?> map -> json.writeValueAsString(map);
            case List<?> list -> json.writeValueAsString(list);
            default -> value.toString();
        };
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        out.close();
    }
}
