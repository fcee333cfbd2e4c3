package org.moderationdesk.practice;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.CsvSafe;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Writes results and sets to files, whole or not at all, and tells the journal of it. Not for the JavaFX thread. */
public final class PracticeExport {
    private static final int PAGE = 200;
    private static final List<String> COLUMNS = List.of(
            "run",
            "person",
            "set",
            "version",
            "attempt",
            "started",
            "ended",
            "score",
            "passed",
            "severe",
            "item",
            "answered",
            "given",
            "key",
            "right",
            "activeMs");

    private final Store store;
    private final InstantSource clock;
    private final Scorer scorer;

    public PracticeExport(Store store, InstantSource clock, Scorer scorer) {
        this.store = store;
        this.clock = clock;
        this.scorer = scorer;
    }

    /** In which form results are written. */
    public enum Form {
        CSV,
        JSONL
    }

    /**
     * What was answered in every run of a set that is over, one answer a row; answers with how many rows.
     *
     * @throws org.moderationdesk.staff.RightRefused unless this person trains
     */
    public long results(Person trainer, String setId, Form form, Path file) throws IOException {
        Rights.require(trainer, Right.TRAIN);
        SetRow set = store.read(handle -> SetRow.need(handle, setId));
        return whole(trainer, set, file, out -> switch (form) {
            case CSV -> {
                var rows = new CsvSafe(out, COLUMNS);
                yield each(set, row -> rows.row(COLUMNS.stream().map(row::get).toArray()));
            }
            case JSONL ->
                each(set, row -> {
                    row.values().removeIf(Objects::isNull);
                    out.write(CanonicalJson.write(row));
                    out.write('\n');
                });
        });
    }

    /** The keys of a set's newest version, one a line, as they are read again; answers with how many. */
    public long keys(Person trainer, String setId, Path file) throws IOException {
        return lines(trainer, setId, file, true);
    }

    /** Its items in the desk format, one a line. */
    public long items(Person trainer, String setId, Path file) throws IOException {
        return lines(trainer, setId, file, false);
    }

    private long lines(Person trainer, String setId, Path file, boolean keys) throws IOException {
        Rights.require(trainer, Right.TRAIN);
        SetRow set = store.read(handle -> SetRow.need(handle, setId));
        int version = set.newest().version();
        return whole(trainer, set, file, out -> {
            long written = 0;
            int after = 0;
            while (true) {
                int from = after;
                List<PracticeItem> page = store.read(handle -> ItemRows.page(handle, setId, version, from, PAGE));
                if (page.isEmpty()) {
                    return written;
                }
                Map<String, AnswerKey> known = store.read(handle -> KeyRows.some(
                        handle,
                        setId,
                        version,
                        page.stream().map(PracticeItem::id).toList()));
                for (PracticeItem item : page) {
                    AnswerKey key = known.get(item.id());
                    if (!keys) {
                        out.write(DeskFormat.write(item.content()) + "\n");
                        written++;
                    } else if (key != null) {
                        out.write(CanonicalJson.write(KeyJson.toMap(item.id(), item.title(), key)) + "\n");
                        written++;
                    }
                }
                after = page.getLast().position();
            }
        });
    }

    private long each(SetRow set, Row to) throws IOException {
        long rows = 0;
        @Nullable Run before = null;
        while (true) {
            @Nullable Run last = before;
            List<Run> page = store.read(handle -> RunRows.ofSet(handle, set.id(), last, PAGE));
            if (page.isEmpty()) {
                return rows;
            }
            for (Run run : page) {
                List<Reviewed> items =
                        run.isOver() ? store.read(handle -> new Answered(handle, run).all()) : new ArrayList<>();
                for (Reviewed item : items) {
                    to.write(row(set, run, item));
                    rows++;
                }
            }
            before = page.getLast();
        }
    }

    private Map<String, @Nullable Object> row(SetRow set, Run run, Reviewed item) {
        Score score = run.score();
        GivenAnswer answer = item.answer();
        Instant ended = run.endedAt();
        var row = new TreeMap<String, @Nullable Object>();
        row.put("run", run.id());
        row.put("person", run.person());
        row.put("set", set.number());
        row.put("version", run.version());
        row.put("attempt", run.attempt());
        row.put("started", run.startedAt().toString());
        row.put("ended", ended == null ? null : ended.toString());
        row.put("score", score == null ? null : score.percent());
        row.put("passed", score == null ? null : score.passed());
        row.put("severe", score == null ? null : score.severe());
        row.put("item", item.item().id());
        row.put("answered", answer == null ? null : answer.at().toString());
        row.put(
                "given",
                answer == null ? null : String.valueOf(answer.proposal().outcome()));
        row.put("key", String.valueOf(item.key().first().outcome()));
        row.put("right", scorer.isRight(item));
        row.put("activeMs", answer == null ? null : answer.activeMs());
        return row;
    }

    private long whole(Person trainer, SetRow set, Path file, Written rows) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException(target.toString());
        }
        Path part = Files.createTempFile(folder, "export", ".part");
        try {
            long written;
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                written = rows.to(out);
            }
            Instant now = Instant.ofEpochMilli(clock.millis());
            boolean _ = store.write(handle -> {
                Journal.tell(handle, trainer, now, Journal.Act.EXPORTED, set.id(), Map.of("rows", written));
                return true;
            });
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @FunctionalInterface
    private interface Written {
        long to(Writer out) throws IOException;
    }

    @FunctionalInterface
    private interface Row {
        void write(Map<String, @Nullable Object> row) throws IOException;
    }
}
