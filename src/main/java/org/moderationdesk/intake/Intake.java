package org.moderationdesk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.PreparedItem;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Imports files in the desk format: up to 1,000 lines an act, each act on disk before the next begins. An import that
 * is cancelled or killed keeps the acts that were done, and importing the file again adds only what is missing. Slow:
 * not for the JavaFX thread. One import at a time.
 */
public final class Intake {
    private static final double NANOS = 1e9;

    private final Store store;
    private final EventLog log;
    private final Receiver receiver;
    private final InstantSource clock;
    private final Alongside alongside;

    public Intake(Store store, EventLog log, Receiver receiver, InstantSource clock) {
        this(store, log, receiver, clock, Alongside.NOTHING);
    }

    /** @param alongside what comes in along with what people import */
    public Intake(Store store, EventLog log, Receiver receiver, InstantSource clock, Alongside alongside) {
        this.alongside = alongside;
        this.store = store;
        this.log = log;
        this.receiver = receiver;
        this.clock = clock;
    }

    /**
     * Imports one file.
     *
     * @param by who imports, for the log
     * @throws org.moderationdesk.staff.RightRefused without the right to
     * @throws IOException when the file cannot be read; the acts done until then are kept
     */
    public ImportResult importFile(Path file, Person by, ImportProgress progress) throws IOException {
        Rights.require(by, Right.IMPORT);
        return importFile(file, by.name(), by, progress);
    }

    /** The same, for those who have asked for the right already. */
    public ImportResult importFile(Path file, String by, ImportProgress progress) throws IOException {
        return importFile(file, by, null, progress);
    }

    private ImportResult importFile(Path file, String by, @Nullable Person person, ImportProgress progress)
            throws IOException {
        Path whole = file.toAbsolutePath();
        receiver.sweep();
        try (RejectedLines rejected = RejectedLines.of(whole);
                InputStream in = Files.newInputStream(whole);
                var parser = new LineParser(in, new DeskFormat(clock.instant()))) {
            parser.start();
            return run(new Run(whole, by, person, progress, Files.size(whole)), parser, rejected);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private ImportResult run(Run run, LineParser parser, RejectedLines rejected)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        var sum = new Tally();
        boolean cancelled = run.progress().cancelled();
        while (!cancelled) {
            List<ReadLine> lines = parser.next();
            if (lines.isEmpty()) {
                break;
            }
            sum.add(receive(run, lines, rejected));
            long bytes = lines.getLast().raw().end();
            run.progress().at(step(bytes, run.totalBytes(), sum.read, (System.nanoTime() - started) / NANOS));
            cancelled = run.progress().cancelled();
        }
        return sum.result((System.nanoTime() - started) / NANOS, cancelled, rejected.file());
    }

    private Tally receive(Run run, List<ReadLine> lines, RejectedLines rejected) {
        Person person = run.person();
        List<FlaggedItem> flagged = Receiver.flagged(lines);
        List<Alongside.Extra> extras = person == null ? List.of() : alongside.with(person, flagged);
        try (Receiver.Batch batch = receiver.prepare(run.file().resolveSibling(""), mixed(lines, extras), store)) {
            Receiver.Received received = log.record(run.by(), act -> {
                Receiver.Received all = batch.write(act);
                if (person != null) {
                    alongside.arrived(act, person, flagged, extras);
                }
                return all;
            });
            rejected.add(received.refused());
            return received.tally();
        }
    }

    /** Refused lines come where they stood; the index of an extra counts those that are not. */
    private static List<ReadLine> mixed(List<ReadLine> lines, List<Alongside.Extra> extras) {
        if (extras.isEmpty()) {
            return lines;
        }
        List<ReadLine> mixed = new ArrayList<>(lines.size() + extras.size());
        int index = 0;
        for (ReadLine line : lines) {
            mixed.add(line);
            if (line instanceof ReadLine.Item) {
                for (Alongside.Extra extra : extras) {
                    if (extra.after() == index) {
                        mixed.add(new ReadLine.Item(
                                RawLine.inNoFile(), new PreparedItem(extra.content()), extra.files()));
                    }
                }
                index++;
            }
        }
        return mixed;
    }

    private static ImportProgress.Step step(long bytes, long total, long lines, double seconds) {
        double left = bytes == 0 ? 0 : seconds * Math.max(0, total - bytes) / bytes;
        double rate = seconds == 0 ? 0 : lines / seconds;
        return new ImportProgress.Step(bytes, total, lines, rate, Duration.ofMillis(Math.round(left * 1_000)));
    }

    private record Run(Path file, String by, @Nullable Person person, ImportProgress progress, long totalBytes) {}
}
