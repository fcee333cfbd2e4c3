package org.moderationdesk.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.moderationdesk.base.CsvSafe;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Takes figures out of the desk, which the log is told. Not for the JavaFX thread. */
public final class FiguresFile {
    private final FigureReader reader;
    private final EventLog log;

    public FiguresFile(FigureReader reader, EventLog log) {
        this.reader = reader;
        this.log = log;
    }

    /**
     * Reads them to be taken away.
     *
     * @throws org.moderationdesk.staff.RightRefused unless this person may export and see referrals
     */
    public Figures taken(Person by, LocalDate from, LocalDate through) {
        Figures figures = read(by, from, through);
        tell(by, figures, "JSON");
        return figures;
    }

    /**
     * Writes them as CSV in which no cell is a formula, whole or not at all.
     *
     * @throws org.moderationdesk.staff.RightRefused unless this person may export and see referrals
     */
    public Figures csv(Person by, LocalDate from, LocalDate through, Path file) throws IOException {
        Figures figures = read(by, from, through);
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileSystemException(target.toString());
        }
        Path part = Files.createTempFile(folder, "figures", ".part");
        try {
            try (var rows = new CsvSafe(Files.newBufferedWriter(part, StandardCharsets.UTF_8), Figures.COLUMNS)) {
                for (Figure figure : figures.all()) {
                    rows.row(figures.row(figure).values().toArray());
                }
            }
            tell(by, figures, "CSV");
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException failed) {
            throw new IOException(failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(part);
        }
        return figures;
    }

    private Figures read(Person by, LocalDate from, LocalDate through) {
        Rights.require(by, Right.EXPORT);
        return reader.of(by, from, through);
    }

    private void tell(Person by, Figures figures, String form) {
        Map<String, ?> facts = Map.of(
                "what",
                "referral figures",
                "form",
                form,
                "from",
                figures.from().toString(),
                "through",
                figures.through().toString(),
                "rows",
                figures.all().size());
        long unused =
                log.record(by.name(), act -> act.append(new Entry(EventKind.EXPORTED, null, null, facts, List.of())));
    }
}
