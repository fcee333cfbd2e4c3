package org.moderationdesk.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
        fill(home, clock, desk -> {
            try {
                Path lines = Files.writeString(home.resolve("one-case.jsonl"), Lines.CONTRACT + "\n");
                var unused = desk.intake().importFile(lines, "test", ImportProgress.NONE);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            also.accept(desk);
        });
    }

    /** The sample desk as a window leaves it that has filled it. */
    static void sample(Path home, InstantSource clock) {
        fill(home, clock, desk -> {
            try {
                var unused = desk.samples().fill(200, 1, ImportProgress.NONE);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** A desk that nobody has open, once more. */
    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Files.copy(one, to.resolve(from.relativize(one)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void fill(Path home, InstantSource clock, Consumer<OpenDesk> filling) {
        var folder = new DeskFolder(home);
        try {
            var work = new Preferences(new Settings(folder.settings())).work();
            try (var desk = new OpenDesk(
                    folder,
                    new StoreDoor(folder, clock).create().store(),
                    new BookReader().read(OpenDesk.EDITION),
                    work,
                    clock)) {
                filling.accept(desk);
            }
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }
}
