package org.moderationdesk.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The backup that the desk makes by itself once a day; the last seven are kept. */
public final class DailyBackup {
    private static final int KEPT = 7;
    private static final Pattern NAME = Pattern.compile("daily-\\d{4}-\\d{2}-\\d{2}\\.zip");

    private final Backup backup;
    private final DeskFolder folder;
    private final InstantSource clock;
    private final ZoneId zone;

    public DailyBackup(Backup backup, DeskFolder folder, InstantSource clock, ZoneId zone) {
        this.backup = backup;
        this.folder = folder;
        this.clock = clock;
        this.zone = zone;
    }

    /** Makes today's backup where there is none yet, and lets the oldest beyond seven go. Ask once an hour. */
    public Optional<Backup.Made> runIfDue(Progress progress) throws StoreRefused {
        Path today = folder.backups().resolve("daily-" + LocalDate.ofInstant(clock.instant(), zone) + ".zip");
        if (Files.exists(today)) {
            return Optional.empty();
        }
        Backup.Made made = backup.to(today, progress);
        letOldOnesGo();
        return Optional.of(made);
    }

    /** The daily backups that there are, newest first. */
    public List<Path> kept() throws StoreRefused {
        if (!Files.isDirectory(folder.backups())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.backups())) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new StoreRefused(new StoreRefused.Unwritable(folder.backups()), unreadable);
        }
    }

    private void letOldOnesGo() throws StoreRefused {
        try {
            for (Path old : kept().stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException unwritable) {
            throw new StoreRefused(new StoreRefused.Unwritable(folder.backups()), unwritable);
        }
    }
}
