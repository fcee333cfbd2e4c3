package org.moderationdesk.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.intake.Receiver;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.settings.QueueSettings;

/** An import of lines without media files, against a bare JDBC batch insert of the rows that it wrote. */
final class ImportBench implements Benchmark {
    private static final int LINES = Integer.getInteger("desk.bench.lines", 20_000);
    private static final int ROUNDS = Integer.getInteger("desk.bench.rounds", 3);
    private static final double BUDGET = 0.6;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        Path folder = Files.createTempDirectory("import-bench");
        try {
            Object unused = round(folder, "warm", write(folder.resolve("warm.jsonl"), LINES / 5, 1));
            Path lines = write(folder.resolve("lines.jsonl"), LINES, 2);
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(folder, "round-" + i, lines));
            }
            return figures(rounds, Files.size(lines));
        } finally {
            delete(folder);
        }
    }

    /** One import and one bare copy of its rows, each into a store of its own. */
    private static Round round(Path folder, String name, Path lines) throws Exception {
        try (Store store = store(folder.resolve(name));
                Store bare = store(folder.resolve(name + "-bare"))) {
            long cpu = cpu();
            ImportResult result = bringIn(store, lines);
            double cpuSeconds = (cpu() - cpu) / 1e9;
            var copy = new RowCopy(store, bare);
            double bareSeconds = copy.seconds();
            return new Round(result.read(), copy.rows(), result.seconds(), bareSeconds, copy.cpuSeconds() / cpuSeconds);
        }
    }

    private static Map<String, Object> figures(List<Round> rounds, long bytes) {
        double seconds = rounds.stream().mapToDouble(Round::seconds).sum();
        double bareSeconds = rounds.stream().mapToDouble(Round::bareSeconds).sum();
        long lines = rounds.stream().mapToLong(Round::lines).sum();
        Map<String, Object> figures = new TreeMap<>();
        figures.put("rounds", ROUNDS);
        figures.put("linesARound", lines / ROUNDS);
        figures.put("bytesARound", bytes);
        figures.put("rowsARound", rounds.getFirst().rows());
        figures.put("linesPerSecond", Math.round(lines / seconds));
        figures.put("seconds", rounded(seconds));
        figures.put("bareSeconds", rounded(bareSeconds));
        figures.put("ratioToBareJdbc", rounded(bareSeconds / seconds));
        figures.put(
                "ratios",
                rounds.stream()
                        .map(round -> rounded(round.bareSeconds() / round.seconds()))
                        .toList());
        // Of the writing thread alone: what the ratio is where no other process takes the cores.
        figures.put(
                "cpuRatios",
                rounds.stream().map(round -> rounded(round.cpuRatio())).toList());
        figures.put("budgetRatio", BUDGET);
        figures.put("within", bareSeconds / seconds >= BUDGET);
        return figures;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private record Round(long lines, long rows, double seconds, double bareSeconds, double cpuRatio) {}

    private static ImportResult bringIn(Store store, Path file) throws IOException {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-02T12:00:00Z"));
        var cases = new CaseWriter(new BookReader().read("2020-12"), QueueSettings.defaults());
        var receiver = new Receiver(new ItemWriter(), cases, new MediaStore(file.resolveSibling("media"), store));
        return new Intake(store, new StoredEventLog(store, clock), receiver, clock)
                .importFile(file, "bench", ImportProgress.NONE);
    }

    private static Store store(Path home) throws Exception {
        return new StoreDoor(new DeskFolder(home), InstantSource.system())
                .create()
                .store();
    }

    /** Lines as a platform would send them: a caption, an account, a transcript, signals, one to three reports. */
    private static Path write(Path file, int lines, long seed) throws IOException {
        var random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                out.write(line(i, random));
                out.write('\n');
            }
        }
        return file;
    }

    private static String line(int i, Random random) {
        var reports = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int r = 0; r < count; r++) {
            reports.append(r == 0 ? "" : ",")
                    .append(("{\"id\":\"r-%d\",\"source\":\"USER\",\"reporter\":\"u-%d\",\"reason\":\"Dangerous"
                                    + " challenge\",\"note\":\"Children will copy"
                                    + " this\",\"sections\":[\"%s\"],\"at\":\"2026-11-02T11:25:0%dZ\"}")
                            .formatted(r, random.nextInt(100_000), random.nextBoolean() ? "5.3" : "6.1", r));
        }
        return ("{\"id\":\"V-%d\",\"kind\":\"VIDEO\",\"text\":\"One-hand trick while cooking, take %d #keukentruc\","
            + "\"language\":\"nl\",\"region\":\"NL\",\"postedAt\":\"2026-11-02T10:22:00Z\",\"author\":{\"id\":\"u-%d\","
            + "\"handle\":\"@snijplank\",\"displayName\":\"Snijplank\",\"createdAt\":\"2024-01-05T00:00:00Z\","
            + "\"age\":23,\"ageSource\":\"SELF_DECLARED\",\"followers\":8120},"
            + "\"media\":[{\"mime\":\"video/mp4\",\"width\":1080,\"height\":1920,\"durationMs\":23000}],\"transcript\":[{\"fromMs\":2000,\"toMs\":5600,\"text\":\"Kijk,"
            + " zonder handschoen\",\"translations\":{\"en\":\"Look, no"
            + " glove\"}}],\"reach\":{\"views\":%d,\"shares\":40},"
            + "\"signals\":[{\"name\":\"dangerous_act\",\"score\":0.91,\"threshold\":0.70}],\"reports\":[%s]}")
                .formatted(i, i, random.nextInt(200_000), random.nextInt(1_000_000), reports);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
