package org.moderationdesk.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object a line. */
final class JsonLines implements RowWriter {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Writer out;
    private long rows;

    JsonLines(Writer out) {
        this.out = out;
    }

    @Override
    public void row(Map<String, ?> row) {
        try {
            out.write(json.writeValueAsString(row));
            out.write('\n');
            rows++;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
