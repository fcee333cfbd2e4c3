package org.moderationdesk.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.media.decode.WorkerLaunch;

/**
 * Fills a desk with made-up, harmless cases, through the intake that real ones come by. The same seed at the same
 * moment gives the same cases. Slow: not for the JavaFX thread.
 */
public final class SampleQueue {
    private static final String BY = "sample";
    /** Up to here cases are sorted by arrival, in memory; beyond, it is load that counts. */
    private static final int MOST_SORTED = 5_000;

    private final Intake intake;
    private final InstantSource clock;
    private final @Nullable ArrivalClock arrivals;
    private final @Nullable WorkerLaunch film;

    /**
     * @param clock the one that the intake and its log use; with an {@link ArrivalClock}, up to 5,000 cases arrive over
     *     the last days instead of all at once, so that some are late and some nearly due
     * @param film how the process is started that encodes their clips; none where clips are only spoken of
     */
    public SampleQueue(Intake intake, InstantSource clock, @Nullable WorkerLaunch film) {
        this.intake = intake;
        this.clock = clock;
        this.film = film;
        this.arrivals = clock instanceof ArrivalClock putBack ? putBack : null;
    }

    /**
     * Makes the cases and imports them.
     *
     * @param cases how many
     * @return how many cases were opened: fewer when it is cancelled, or when they were there already
     * @throws IOException when the temporary folder or a file in it cannot be written
     */
    public long fill(int cases, long seed, ImportProgress progress) throws IOException {
        return fill(cases, seed, progress, null);
    }

    /**
     * As {@link #fill(int, long, ImportProgress)}.
     *
     * @param live in which one livestream goes on; null for none that does
     */
    public long fill(int cases, long seed, ImportProgress progress, @Nullable LiveSample live) throws IOException {
        Path folder = Files.createTempDirectory("moderation-desk-sample");
        try (Film studio = Film.of(film)) {
            var media = new CaseMedia(new Pictures(folder), studio.into(folder), live);
            var made = new Cases(Templates.read(), media, seed, clock.instant());
            return arrivals != null && cases <= MOST_SORTED
                    ? fillByArrival(folder, made, cases, arrivals, progress)
                    : intake.importFile(write(folder, made, cases), BY, progress)
                            .newCases();
        } finally {
            delete(folder);
        }
    }

    /** Writes the cases into a file of this folder, a line at a time, and their pictures beside it. */
    static Path write(Path folder, Cases made, int cases) throws IOException {
        Path file = folder.resolve("sample.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < cases; i++) {
                out.write(made.line(i).json());
                out.write('\n');
            }
        }
        return file;
    }

    private long fillByArrival(Path folder, Cases made, int cases, ArrivalClock putBack, ImportProgress progress)
            throws IOException {
        Map<Duration, List<String>> waves = new TreeMap<>(Collections.reverseOrder());
        long started = System.nanoTime();
        int ready = 0;
        boolean fewer = false;
        while (ready < cases && !fewer) {
            Cases.Line line = made.line(ready);
            waves.computeIfAbsent(rounded(line.waited()), _ -> new ArrayList<>())
                    .add(line.json());
            ready++;
            progress.at(step(ready, 2L * cases, (System.nanoTime() - started) / 1e9));
            fewer = progress.cancelled();
        }
        long opened = 0;
        long done = 0;
        try {
            for (var wave : waves.entrySet()) {
                // What was made before it was cancelled is a queue too, if a short one.
                if (!fewer && progress.cancelled()) {
                    break;
                }
                putBack.putBack(wave.getKey());
                Path file = Files.write(folder.resolve("sample.jsonl"), wave.getValue());
                ImportResult result = intake.importFile(file, BY, ImportProgress.NONE);
                opened += result.newCases();
                done += wave.getValue().size();
                progress.at(step(cases + done, 2L * cases, (System.nanoTime() - started) / 1e9));
            }
        } finally {
            putBack.putBack(Duration.ZERO);
        }
        return opened;
    }

    /** Cases are what is counted here, not bytes; each is made, which is slow, and then imported. */
    private static ImportProgress.Step step(long done, long all, double seconds) {
        double rate = done / Math.max(seconds, 1e-3);
        long cases = Math.min(done, all / 2);
        return new ImportProgress.Step(
                done,
                all,
                cases,
                cases / Math.max(seconds, 1e-3),
                Duration.ofMillis(Math.round((all - done) / rate * 1_000)));
    }

    /** To about two parts in a hundred: a wave is an import. */
    private static Duration rounded(Duration waited) {
        long minutes = waited.toMinutes();
        return Duration.ofMinutes(minutes - minutes % Math.max(1, minutes / 50));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
