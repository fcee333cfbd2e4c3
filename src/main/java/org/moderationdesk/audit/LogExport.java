package org.moderationdesk.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Streams what the list of decisions shows, row by row, to a file, and tells the log of it. Codes and numbers as the
 * store has them, without the marks of a language. Not for the JavaFX thread.
 */
public final class LogExport {
    static final List<String> COLUMNS = List.of(
            "entry",
            "decision",
            "at",
            "item",
            "kind",
            "section",
            "clauses",
            "outcome",
            "ground",
            "measures",
            "referrals",
            "reviewer",
            "queue",
            "language",
            "region",
            "severity",
            "confidence",
            "difficult",
            "openedAt",
            "dueAt",
            "onTime",
            "activeMs",
            "state",
            "replaces",
            "quality");

    private static final int AT_ONCE = 1_000;

    private final LogReader reader;
    private final EventLog log;

    public LogExport(LogReader reader, EventLog log) {
        this.reader = reader;
        this.log = log;
    }

    /**
     * Writes every decision that passes the filter, in this order; the file is there whole, or not at all.
     *
     * @param progress in rows
     * @return how many rows
     * @throws IOException when the file cannot be written; what stood there before still does
     * @throws org.moderationdesk.staff.RightRefused unless this person may see decisions and export
     * @throws java.util.concurrent.CancellationException where that was asked; then there is no file
     */
    public long write(LogFilter filter, LogOrder order, ExportForm form, Path file, Progress progress)
            throws IOException {
        Rights.require(reader.viewer(), Right.EXPORT);
        boolean showsQuality = Rights.has(reader.viewer(), Right.RESOLVE_DIFFERENCE);
        var target = new WholeFile(file);
        LogAnswer answer = reader.answer(filter, order, Progress.NONE);
        return target.write(
                form,
                COLUMNS,
                writer -> {
                    for (int from = 0; from < answer.size(); from += AT_ONCE) {
                        progress.pass(from, answer.size());
                        reader.rows(answer, from, from + AT_ONCE).forEach(row -> writer.row(row(row, showsQuality)));
                    }
                },
                written -> tell(filter, form, written));
    }

    private static Map<String, ?> row(LogRow row, boolean showsQuality) {
        DecisionFact fact = row.fact();
        var out = new LinkedHashMap<String, Object>();
        out.put("entry", fact.seq());
        out.put("decision", fact.decisionId());
        out.put("at", time(fact.at()));
        out.put("item", fact.itemId());
        out.put("kind", fact.kind().name());
        putIfThere(out, "section", fact.section());
        out.put("clauses", codes(fact.clauses()));
        out.put("outcome", fact.outcome().name());
        putIfThere(out, "ground", fact.ground());
        out.put("measures", codes(fact.measures()));
        out.put("referrals", codes(fact.referrals()));
        putIfThere(out, "reviewer", row.hidesName() ? null : fact.person());
        out.put("queue", fact.queue());
        putIfThere(out, "language", fact.language());
        putIfThere(out, "region", fact.region());
        out.put("severity", fact.severity().name());
        putIfThere(
                out,
                "confidence",
                fact.confidence() == null ? null : fact.confidence().name());
        out.put("difficult", fact.difficult());
        out.put("openedAt", time(fact.openedAt()));
        out.put("dueAt", time(fact.dueAt()));
        out.put("onTime", fact.onTime());
        out.put("activeMs", fact.activeMs());
        out.put("state", fact.state().name());
        putIfThere(out, "replaces", fact.replaces());
        putIfThere(out, "quality", showsQuality ? row.quality().name() : null);
        return out;
    }

    private static void putIfThere(Map<String, Object> out, String name, @Nullable String value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    private static List<String> codes(String codes) {
        return codes.isEmpty() ? List.of() : Arrays.asList(codes.split(" "));
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** What was typed may name a person, and is left out. */
    private void tell(LogFilter filter, ExportForm form, long written) {
        long unused = log.record(
                reader.viewer().name(),
                act -> act.append(new Entry(
                        EventKind.EXPORTED,
                        null,
                        null,
                        Map.of("what", "DECISION_LOG", "form", form.name(), "rows", written, "all", filter.isNone()),
                        List.of())));
    }
}
