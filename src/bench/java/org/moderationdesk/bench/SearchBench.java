package org.moderationdesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.audit.LogAnswer;
import org.moderationdesk.audit.LogFilter;
import org.moderationdesk.audit.LogOrder;
import org.moderationdesk.audit.LogReader;
import org.moderationdesk.base.Ids;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SealedFile;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.search.IndexedTextSearch;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.search.TextSearch;
import org.moderationdesk.staff.Person;

/** How fast decisions are found by words on a desk's own store and on a shared one, how long the words take to gather, and what they weigh. */
final class SearchBench implements Benchmark {
    private static final Person LEAD = Person.alone("lead");
    private static final int WORDS_EACH = 40;
    private static final int VOCABULARY = 60_000;
    private static final int QUERIES = 2_000;
    private static final double BUDGET_MS = 200;

    private static final int LOG_QUERIES = 200;
    private static final int WINDOW = 2_000;
    private static final String FACTS = """
        insert into decision_fact (seq, decision_id, case_id, item_id, person, outcome, ground, section, clauses, kind,
                                   language, region, queue, severity, at, opened_at, due_at, active_ms, confidence,
                                   difficult, measures, referrals, child_safety, state, replaces)
        select case_id + 1, id, case_id, item_id, person, outcome, null, '5.3', '5.3.1', 'COMMENT',
               'nl', 'NL', 'general', 1, at, at, at, 0, 'HIGH', false, '', '', false, state, null
          from decision
        """;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        return MadeStore.both(SearchBench::measure);
    }

    private static Map<String, Object> measure(MadeStore made) throws Exception {
        int decisions = Integer.getInteger("bench.search.decisions", 1_000_000);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("decisions", decisions);
        try (Store store = made.open()) {
            fill(store, decisions);
            var searches =
                    new PersonSearches(new StoredEventLog(store, InstantSource.system()), InstantSource.system());
            searches.cases(LEAD, "so that the log has an entry", 1);
            Optional<SealedFile> kept =
                    store instanceof H2Store own ? own.beside(IndexedTextSearch.FILE) : Optional.empty();
            var search = new IndexedTextSearch(store, kept, searches);
            line.put("gatheredInSeconds", gathered(search));
            ask(search, line);
            askTheLog(store, search, line);
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            line.put("heapMbWithIndex", heap >> 20);
            long start = System.nanoTime();
            search.close();
            if (kept.isPresent()) {
                line.put("keptInSeconds", Math.round((System.nanoTime() - start) / 1e7) / 100.0);
                line.put("keptMb", bytes(kept.get()) >> 20);
                var again = new IndexedTextSearch(store, kept, searches);
                line.put("readAgainInSeconds", gathered(again));
                again.close();
            }
        }
        return line;
    }

    private static long bytes(SealedFile file) throws IOException {
        try (InputStream words = file.read()) {
            return words.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static double gathered(IndexedTextSearch search) throws InterruptedException {
        long start = System.nanoTime();
        search.start();
        while (!(search.find(LEAD, "w1", 1) instanceof TextAnswer.Found)) {
            Thread.sleep(50);
        }
        return Math.round((System.nanoTime() - start) / 1e7) / 100.0;
    }

    private static void ask(TextSearch search, Map<String, Object> line) {
        var random = new SplittableRandom(7);
        double[] millis = new double[QUERIES];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < QUERIES; i++) {
                String words = words(random, i);
                long start = System.nanoTime();
                if (!(search.find(LEAD, words, Integer.MAX_VALUE) instanceof TextAnswer.Found)) {
                    throw new IllegalStateException("not found: " + words);
                }
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        line.put("p50Millis", rounded(millis[QUERIES / 2]));
        line.put("p99Millis", rounded(millis[QUERIES * 99 / 100]));
        line.put("maxMillis", rounded(millis[QUERIES - 1]));
        line.put("ofBudget", rounded(millis[QUERIES * 99 / 100] / BUDGET_MS));
    }

    /** As the screen of the decision log asks: the words, every decision that has them, and the rows that are held. */
    private static void askTheLog(Store store, TextSearch search, Map<String, Object> line) {
        int facts = store.writeSoon(handle -> handle.execute(FACTS));
        int heads = store.writeSoon(handle -> handle.execute("update log_head set seq = ?", facts + 1));
        if (heads != 1) {
            throw new IllegalStateException("no head");
        }
        var log = new DecisionLog(new StoredFacts(store), new CaseArchive(store), new QualityStates(store), LEAD);
        var reader = new LogReader(log, new QualityStates(store), search, InstantSource.system(), ZoneOffset.UTC);
        var random = new SplittableRandom(11);
        double[] millis = new double[LOG_QUERIES];
        long found = 0;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < LOG_QUERIES; i++) {
                LogFilter filter = LogFilter.none().saying(words(random, i));
                long start = System.nanoTime();
                LogAnswer answer = reader.answer(filter, LogOrder.newestFirst(), Progress.NONE);
                int rows = reader.rows(answer, 0, WINDOW).size();
                millis[i] = (System.nanoTime() - start) / 1e6;
                if (answer.unfound() != null || rows > answer.size()) {
                    throw new IllegalStateException("not found: " + filter.words());
                }
                found += answer.size();
            }
        }
        Arrays.sort(millis);
        line.put("logFoundOnAverage", found / (2L * LOG_QUERIES));
        line.put("logP50Millis", rounded(millis[LOG_QUERIES / 2]));
        line.put("logP95Millis", rounded(millis[LOG_QUERIES * 95 / 100]));
        line.put("logP99Millis", rounded(millis[LOG_QUERIES * 99 / 100]));
        line.put("logMaxMillis", rounded(millis[LOG_QUERIES - 1]));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static String words(SplittableRandom random, int number) {
        return switch (number % 5) {
            case 0 -> word(random);
            case 1 -> word(random) + " " + word(random);
            case 2 -> "\"" + word(random) + " " + word(random) + "\"";
            case 3 -> "w" + random.nextInt(10, 100) + "*";
            // The word that every second decision has, and one more.
            default -> "w0 " + word(random);
        };
    }

    /** Words as often as in a language: the first ones in nearly every text, most of them seldom. */
    private static String word(SplittableRandom random) {
        return "w" + (int) (Math.pow(VOCABULARY, random.nextDouble()) - 1);
    }

    private static void fill(Store store, int decisions) {
        var random = new SplittableRandom(1);
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        for (int from = 0; from < decisions; from += 10_000) {
            int first = from;

            store.writeSoon(handle -> {
                try (PreparedBatch items = handle.prepareBatch(
                                "insert into item (id, kind, version, account_id, event_seq) values (?, 'COMMENT', 1,"
                                        + " ?, 1)");
                        PreparedBatch versions = handle.prepareBatch(
                                "insert into item_version (item_id, version, content, arrived_at, event_seq)"
                                        + " values (?, 1, ?, 0, 1)");
                        PreparedBatch made = handle.prepareBatch(
                                "insert into decision (id, case_id, item_id, item_version, edition, person, outcome,"
                                        + " state, at, release_at, active_ms, body, event_seq) values (?, ?, ?, 1,"
                                        + " '2020-12', 'lead', 'REMOVE', 'IN_EFFECT', ?, 0, 0, '{}', 1)")) {
                    for (int i = first; i < Math.min(decisions, first + 10_000); i++) {
                        Instant at = begin.plusSeconds(20L * i);
                        var text = new StringBuilder();
                        for (int n = 0; n < WORDS_EACH; n++) {
                            text.append(word(random)).append(' ');
                        }
                        items.add("i" + i, "u" + i / 10);
                        versions.add("i" + i, "{\"text\":\"" + text + "\"}");
                        made.add(Ids.next(at), i, "i" + i, at.toEpochMilli());
                    }
                    items.execute();
                    versions.execute();
                    made.execute();
                }
                return first;
            });
        }
    }
}
