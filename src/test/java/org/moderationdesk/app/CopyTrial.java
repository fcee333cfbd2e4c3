package org.moderationdesk.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.MortalDesk;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.settings.Settings;

/** A store that is copied by processes which are killed (SIGKILL), and what a copy must be to be taken for one. */
final class CopyTrial {
    static final boolean LONG = Boolean.getBoolean("desk.long");
    private static final int CASES = LONG ? 3_000 : 60;
    private static final String LINE = """
        {"id":"k-%d","kind":"IMAGE","text":"words %d","author":{"id":"u-%d"},"media":[{"path":"file-%d.png"}],\
        "reports":[{"id":"r","source":"USER","sections":["5.3"],"at":"2026-11-02T12:25:00Z"}]}\
        """;

    private final Path home;
    private final String head;

    /** Makes the store. */
    CopyTrial(Path home) throws Exception {
        this.home = home;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Files.writeString(home.resolve("file-" + i % 10 + ".png"), "file " + i % 10);
            lines.add(LINE.formatted(i, i, i % 50, i % 10));
        }
        Path file = Files.write(home.resolve("in.jsonl"), lines);
        var folder = new DeskFolder(home.resolve("from"));
        var work = new Preferences(new Settings(folder.settings())).work();
        Store made = new StoreDoor(folder, Clock.systemUTC())
                .create(CopyUnderFire.SECRET)
                .store();
        try (var desk = new OpenDesk(folder, made, new BookReader().read(OpenDesk.EDITION), work, Clock.systemUTC())) {
            var unused = desk.intake().importFile(file, "anna", ImportProgress.NONE);
            head = new Verifier(made, DeskTables.all()).head();
        }
    }

    String from() {
        return home.resolve("from").toString();
    }

    /** The store in a folder, which must be there. */
    Store open(Path folder) throws StoreRefused {
        return new StoreDoor(new DeskFolder(folder), Clock.systemUTC())
                .open(new Unlock.Passphrase(CopyUnderFire.SECRET));
    }

    /** Why this is not the store that was copied. */
    List<String> problems(Store copy) {
        List<String> problems = new ArrayList<>();
        Verdict verdict = new Verifier(copy, DeskTables.all()).verify(Progress.NONE);
        verdict.why(new Texts(Language.EN)).ifPresent(why -> problems.add("verify: " + why));
        if (!verdict.head().equals(head)) {
            problems.add("another head");
        }
        long files = copy.read(handle -> handle.createQuery("select count(*) from media_key")
                .mapTo(Long.class)
                .one());
        if (files != 10) {
            problems.add("files: " + files);
        }
        return problems;
    }

    /**
     * Copies in a process of its own, which is killed.
     *
     * @param steps how far it gets before
     * @param longer how many milliseconds it then still lives, at most
     * @return whether it came to its end before that
     */
    boolean runAndKill(String from, String to, int steps, int longer) throws Exception {
        var gone = new CountDownLatch(steps);
        var ended = new AtomicBoolean();
        try (var copying = MortalDesk.start(
                CopyUnderFire.class,
                home.resolve("errors.txt"),
                line -> {
                    ended.compareAndSet(false, line.equals(CopyUnderFire.END));
                    do {
                        gone.countDown();
                    } while (ended.get() && gone.getCount() > 0);
                },
                from,
                to,
                settings().home().toString())) {
            copying.await(gone);
            boolean unused = copying.endsWithin(longer);
        }
        return ended.get();
    }

    /** Copies without being killed; answers with how often its progress was told. */
    int copy(String from, String to) throws Exception {
        int[] steps = new int[1];
        CopyUnderFire.copy(from, to, settings(), (_, _) -> steps[0]++);
        return steps[0];
    }

    private DeskFolder settings() throws Exception {
        return new DeskFolder(Files.createDirectories(home.resolve("settings")));
    }
}
