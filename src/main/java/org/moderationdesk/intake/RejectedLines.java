package org.moderationdesk.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.LineRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The refused lines of one import, in {@code FILE.rejected.jsonl} beside the imported file. Only made when a line is
 * refused; the one of an earlier import of the same file goes. Where it cannot be written the import goes on without.
 */
final class RejectedLines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RejectedLines.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private @Nullable BufferedWriter out;
    private boolean failed;

    private RejectedLines(Path file) {
        this.file = file;
    }

    static RejectedLines of(Path imported) {
        Path name = imported.getFileName();
        var rejected = new RejectedLines(imported.resolveSibling(name + ".rejected.jsonl"));
        try {
            Files.deleteIfExists(rejected.file);
        } catch (IOException locked) {
            rejected.fail(locked);
        }
        return rejected;
    }

    void add(List<ReadLine.Refused> lines) {
        if (lines.isEmpty() || failed) {
            return;
        }
        try {
            if (out == null) {
                out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            }
            for (ReadLine.Refused line : lines) {
                out.write(json(line.raw(), line.reason()));
                out.write('\n');
            }
            out.flush();
        } catch (IOException unwritable) {
            fail(unwritable);
        }
    }

    /** Where they stand; null if nothing was refused or it could not be written. */
    @Nullable
    Path file() {
        return out == null || failed ? null : file;
    }

    @Override
    public void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException unwritable) {
                fail(unwritable);
            }
        }
    }

    private static String json(RawLine raw, Reason reason) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", raw.number());
        line.put("reason", reason.words());
        line.put("raw", new String(raw.bytes(), StandardCharsets.UTF_8));
        if (!raw.whole()) {
            line.put("cut", true);
        }
        return JSON.writeValueAsString(line);
    }

    private void fail(IOException why) {
        failed = true;
        LOG.warn(
                "refused lines cannot be written beside the imported file: {}",
                why.getClass().getSimpleName());
    }
}
