package org.moderationdesk.insights;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.moderationdesk.base.CsvSafe;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Writes figures to files, whole or not at all, and tells the log of it. Not for the JavaFX thread. */
public final class InsightsFiles {
    private final EventLog log;
    private final Person by;
    private final Texts texts;

    public InsightsFiles(EventLog log, Person by, Texts texts) {
        this.log = log;
        this.by = by;
        this.texts = texts;
    }

    private interface Written {
        long to(OutputStream out) throws IOException;
    }

    /**
     * The numbers of one chart, one a cell, without the marks of any language: shares in percent, spans in
     * milliseconds. No cell is a formula to a spreadsheet.
     *
     * @param progress in rows
     * @return how many rows
     * @throws org.moderationdesk.staff.RightRefused unless this person may export
     * @throws java.util.concurrent.CancellationException where that was asked; then there is no file
     */
    public long csv(Sheet sheet, Path file, Progress progress) throws IOException {
        Rights.require(by, Right.EXPORT);
        return write(file, "CSV", sheet.id(), out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            try (var rows = new CsvSafe(writer, headings(sheet))) {
                for (int i = 0; i < sheet.rows().size(); i++) {
                    progress.pass(i, sheet.rows().size());
                    rows.row(cells(sheet, sheet.rows().get(i)));
                }
            }
            return sheet.rows().size();
        });
    }

    /**
     * Everything, as PDF.
     *
     * @param progress in sheets
     * @return how many pages
     * @throws org.moderationdesk.staff.RightRefused unless this person may export
     * @throws java.util.concurrent.CancellationException where that was asked; then there is no file
     */
    public long pdf(Report report, Path file, Progress progress) throws IOException {
        Rights.require(by, Right.EXPORT);
        return write(file, "PDF", "all", out -> new PdfReport(texts).write(report, out, progress));
    }

    /**
     * Tells that figures went to a printer.
     *
     * @throws org.moderationdesk.staff.RightRefused unless this person may export
     */
    public void printed(int pages) {
        Rights.require(by, Right.EXPORT);
        tell("PRINT", "all", pages);
    }

    private List<String> headings(Sheet sheet) {
        return sheet.columns().stream()
                .map(column -> switch (column.form()) {
                    case WORDS, WHOLE, MEASURE -> column.name();
                    case SHARE -> texts.get("insights.csv.percent", column.name());
                    case SPAN -> texts.get("insights.csv.milliseconds", column.name());
                })
                .toList();
    }

    private static Object[] cells(Sheet sheet, List<Object> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> cell(sheet.columns().get(column).form(), row.get(column)))
                .toArray();
    }

    private static Object cell(Column.Form form, Object cell) {
        return switch (cell) {
            case Double number when form == Column.Form.SHARE -> Math.round(number * 10_000) / 100.0;
            case Double number -> Math.round(number * 10_000) / 10_000.0;
            default -> cell;
        };
    }

    private long write(Path file, String form, String what, Written written) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileSystemException(target.toString());
        }
        Path part = Files.createTempFile(folder, "insights", ".part");
        try {
            long amount;
            try (OutputStream out = Files.newOutputStream(part)) {
                amount = written.to(out);
            }
            tell(form, what, amount);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return amount;
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void tell(String form, String what, long amount) {
        long unused = log.record(
                by.name(),
                act -> act.append(new Entry(
                        EventKind.EXPORTED,
                        null,
                        null,
                        Map.of("what", "INSIGHTS", "sheet", what, "form", form, "rows", amount),
                        List.of())));
    }
}
