package org.moderationdesk.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.items.Lines;
import org.moderationdesk.settings.Settings;

/** A desk in a folder with one case in it: a window on it is there sooner than on the sample desk. */
final class SmallDesk {
    private SmallDesk() {}

    static void make(Path home, InstantSource clock) {
        make(home, clock, _ -> {});
    }

    /** @param also what else is to be on the desk */
    static void make(Path home, InstantSource clock, Consumer<OpenDesk> also) {
        var folder = new DeskFolder(home);
        try {
            Path lines = Files.writeString(home.resolve("one-case.jsonl"), Lines.CONTRACT + "\n");
            var work = new Preferences(new Settings(folder.settings())).work();
            try (var desk = new OpenDesk(
                    folder,
                    new StoreDoor(folder, clock).create().store(),
                    new BookReader().read(OpenDesk.EDITION),
                    work,
                    clock)) {
                var unused = desk.intake().importFile(lines, "test", ImportProgress.NONE);
                also.accept(desk);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }
}
