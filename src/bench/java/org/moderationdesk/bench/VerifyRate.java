package org.moderationdesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.decisions.DecisionTables;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.items.ItemTables;
import org.moderationdesk.log.ProjectedTable;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.queue.QueueTables;
import org.moderationdesk.review.ReviewTables;

/** How many entries a second verify walks, on an encrypted file that real imports filled, opened anew. */
final class VerifyRate implements Benchmark {
    private static final double BUDGET = 100_000;
    private static final int RUNS = 3;

    private static final String LINE = """
        {"id":"v-%1$d","kind":"COMMENT","text":"A comment of ordinary length, number %1$d, under a clip about cooking.",\
        "language":"nl","region":"NL","postedAt":"2026-11-02T12:22:00Z",\
        "author":{"id":"u-%2$d","handle":"@maker%2$d","followers":812},\
        "reach":{"views":8412,"viewsPerHour":950},\
        "reports":[{"id":"r-%1$d","source":"USER","reporter":"u-91","reason":"Dangerous challenge",\
        "sections":["5.3"],"at":"2026-11-02T12:25:00Z"}]}
        """;

    @Override
    public String name() {
        return "verify-rate";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        Path temp = Files.createTempDirectory("verify-rate");
        try {
            return measure(temp);
        } finally {
            delete(temp);
        }
    }

    private static Map<String, Object> measure(Path temp) throws Exception {
        int items = Integer.getInteger("bench.verify.items", 100_000);
        var door = new StoreDoor(new DeskFolder(temp.resolve("home")), InstantSource.system());
        try (H2Store store = door.create().store()) {
            var desk = new IntakeDesk(store, temp.resolve("import"));
            if (desk.take(write(temp, items), ImportProgress.NONE).read() != items) {
                throw new IllegalStateException("not all items were imported");
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        try (H2Store store = door.open(new Unlock.Alone())) {
            double best = 0;
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                long cpu = cpuNanos();
                Verdict verdict = new Verifier(store, tables()).verify(Progress.NONE);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (!verdict.intact()) {
                    throw new IllegalStateException("the log does not verify: " + verdict.finding());
                }
                best = Math.max(best, verdict.entries() / seconds);
                line.put("entries", verdict.entries());
                // What a run costs whatever else the machine does meanwhile; two cores share it.
                line.put("cpuMicrosPerEntry", Math.round((cpuNanos() - cpu) / 10.0 / verdict.entries()) / 100.0);
                line.put("entriesPerSecondRun" + (run + 1), Math.round(verdict.entries() / seconds));
            }
            line.put("ofBudget", Math.round(best / BUDGET * 100) / 100.0);
        }
        return line;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static List<ProjectedTable> tables() {
        return Stream.of(ItemTables.all(), QueueTables.all(), DecisionTables.all(), ReviewTables.all())
                .flatMap(List::stream)
                .toList();
    }

    private static Path write(Path temp, int items) throws IOException {
        Path file = temp.resolve("items.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < items; i++) {
                out.write(LINE.formatted(i, i % 20_000));
            }
        }
        return file;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
