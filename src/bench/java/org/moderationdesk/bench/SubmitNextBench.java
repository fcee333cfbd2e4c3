package org.moderationdesk.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemBatch;
import org.moderationdesk.items.ItemNews;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.PreparedItem;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.queue.CaseBatch;
import org.moderationdesk.queue.CaseChange;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Rooms;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.Wellbeing;

/**
 * The store's part of "submit and next" on an encrypted file with many open cases: decision recorded and on disk, next
 * case claimed and read whole. Beside the time on the clock stands the processor time of the thread, which a busy machine
 * does not stretch. {@code -Dbench.cases=1000000} for the store that the budget speaks of.
 */
final class SubmitNextBench implements Benchmark {
    static final int CASES = Integer.getInteger("bench.cases", 100_000);
    private static final int WARM_UP = 300;
    private static final int DECISIONS = 1_000;
    private static final int BATCH = 1_000;
    private static final double BUDGET_MS = 16.7;

    @Override
    public String name() {
        return "submit-next";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        Path home = Files.createTempDirectory("desk-bench");
        InstantSource clock = Clock.systemUTC();
        try (Store store = new StoreDoor(new DeskFolder(home), clock).create().store()) {
            return measure(store, clock);
        } finally {
            delete(home);
        }
    }

    private static Map<String, Object> measure(Store store, InstantSource clock) {
        Book book = new BookReader().read("2020-12");
        EventLog log = new StoredEventLog(store, clock);
        long start = System.nanoTime();
        fill(log, new CaseWriter(book, QueueSettings.defaults()));
        double filled = (System.nanoTime() - start) / 1e9;
        Map<String, Object> line = submits(store, clock, log, book);
        line.put("cases", CASES);
        line.put("fillPerSecond", Math.round(CASES / filled));
        var queue = new StoredQueue(store, log, clock, QueueSettings.defaults());
        Person person = Person.alone("bench");
        line.put("pageMs", page(queue, person, CaseFilter.all()));
        line.put("rareSearchMs", page(queue, person, CaseFilter.all().searching("nowhere to be found")));
        return line;
    }

    /** Decides and claims {@link #DECISIONS} times, on a store that holds cases. */
    static Map<String, Object> submits(Store store, InstantSource clock, EventLog log, Book book) {
        var queue = new StoredQueue(store, log, clock, QueueSettings.defaults());
        var decisions = new StoredDecisions(store, new Rules(book), DecisionSettings::defaults);
        var items = new StoredItems(store, StoredQueue::openCases);
        var wellbeing = new Wellbeing(store, clock, ZoneOffset.UTC, WellbeingSettings::defaults);
        var review = new Review(store, log, clock, new Rooms(queue, items, decisions, wellbeing));
        Person person = Person.alone("bench");
        long[] cpu = new long[DECISIONS];
        long[] nanos = decide(review, person, cpu);
        Map<String, Object> line = new TreeMap<>();
        line.put("decisions", DECISIONS);
        line.put("p50Ms", millis(nanos, 0.50));
        line.put("p99Ms", millis(nanos, 0.99));
        line.put("p50CpuMs", millis(cpu, 0.50));
        line.put("p99CpuMs", millis(cpu, 0.99));
        line.put("maxMs", millis(nanos, 1.0));
        line.put("p99OfBudget", Math.round(millis(nanos, 0.99) / BUDGET_MS * 100) / 100.0);
        return line;
    }

    private static long[] decide(Review review, Person person, long[] cpu) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[DECISIONS];
        Optional<Opened> opened = review.openNext(person, CaseFilter.all());
        for (int i = -WARM_UP; i < DECISIONS; i++) {
            Opened now = opened.orElseThrow();
            Proposal proposal = removal(now.row().itemId());
            long busy = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Submitted submitted = review.submit(now, proposal, 1_000);
            opened = review.openNext(person, CaseFilter.all());
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
                cpu[i] = threads.getCurrentThreadCpuTime() - busy;
            }
            if (!(submitted instanceof Submitted.Accepted)) {
                throw new IllegalStateException("not accepted: " + submitted);
            }
        }
        Arrays.sort(nanos);
        Arrays.sort(cpu);
        return nanos;
    }

    private static double page(StoredQueue queue, Person person, CaseFilter filter) {
        long start = 0;
        for (int i = 0; i < 5; i++) {
            start = System.nanoTime();
            int rows = queue.page(person, filter, Ordering.URGENCY, null, 100 + i)
                    .rows()
                    .size();
            if (rows > 100 + i) {
                throw new IllegalStateException("too many rows");
            }
        }
        return Math.round((System.nanoTime() - start) / 1e4) / 100.0;
    }

    static void fill(EventLog log, CaseWriter cases) {
        var format = new DeskFormat(Clock.systemUTC().instant());
        var items = new ItemWriter();
        for (int from = 0; from < CASES; from += BATCH) {
            List<FlaggedItem> lines = new ArrayList<>();
            for (int i = from; i < Math.min(CASES, from + BATCH); i++) {
                lines.add(format.read(line(i)));
            }
            int unused = log.record("bench", act -> {
                ItemBatch batch = items.begin(act, lines);
                CaseBatch opened = cases.begin(act, lines);
                for (FlaggedItem line : lines) {
                    var prepared = new PreparedItem(line);
                    ItemNews news = batch.news(prepared);
                    batch.write(prepared, news, List.of());
                    CaseChange change = opened.add(line.item(), news.reports(), news.version());
                    if (change.caseId() != null) {
                        batch.writeReports(line.item(), news, change.caseId());
                    }
                }
                batch.flush();
                opened.flush();
                return 1;
            });
        }
    }

    private static String line(int i) {
        String[] sections = {"5.3", "9.1", "10.1", "5.1", "3.3", "6.1"};
        return """
            {"id":"b-%d","kind":"VIDEO","text":"A clip about cooking, number %d","language":"nl","region":"NL",\
            "author":{"id":"u-%d","handle":"@cook%d"},"reach":{"views":%d,"viewsPerHour":%d},\
            "reports":[{"id":"r-1","source":"USER","reporter":"z-%d","reason":"Seems wrong",\
            "sections":["%s"],"at":"2026-11-02T12:25:00Z"}]}\
            """.formatted(
                        i,
                        i,
                        i % 50_000,
                        i % 50_000,
                        (i * 7_919L) % 1_000_000,
                        (i * 104_729L) % 9_000,
                        i % 3_000,
                        sections[i % sections.length]);
    }

    private static Proposal removal(String item) {
        return ProposalJson.readDraft("{\"item\":\"" + item + "\",\"answers\":{\"5.3.1\":\"YES\",\"5.3.2\":\"NO\"},"
                        + "\"outcome\":\"REMOVE\",\"rationale\":\"a knife is tossed and caught again\"}")
                .proposal();
    }

    private static double millis(long[] sorted, double share) {
        int place = (int) Math.min(sorted.length - 1L, Math.round(share * sorted.length));
        return Math.round(sorted[place] / 1e4) / 100.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
