package org.moderationdesk.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Streams cases, decisions, entries or measures to a file, and tells the log of it. Not for the JavaFX thread. */
public final class Exporter {
    private final ExportRows rows;
    private final EventLog log;
    private final InstantSource clock;

    public Exporter(ExportRows rows, EventLog log, InstantSource clock) {
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What is exported.
     *
     * @param from rows of this moment on
     * @param to rows before this moment
     */
    public record Order(Exported what, ExportForm form, Instant from, Instant to) {}

    /**
     * Writes the file, whole or not at all.
     *
     * @return how many rows
     * @throws IOException when the file cannot be written; what stood there before still does
     */
    public long export(Order order, Path file, Person by) throws IOException {
        Rights.require(by, Right.EXPORT);
        return new WholeFile(file)
                .write(
                        order.form(),
                        ExportRows.columns(order.what()),
                        writer -> rows.stream(order, by, clock.instant(), writer::row),
                        written -> tell(order, by, written));
    }

    private void tell(Order order, Person by, long written) {
        long unused = log.record(
                by.name(),
                act -> act.append(new Entry(
                        EventKind.EXPORTED,
                        null,
                        null,
                        Map.of("what", order.what().name(), "form", order.form().name(), "rows", written),
                        List.of())));
    }
}
