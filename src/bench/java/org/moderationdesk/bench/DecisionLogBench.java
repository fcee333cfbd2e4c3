package org.moderationdesk.bench;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.moderationdesk.audit.DecisionFacts;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.audit.Facet;
import org.moderationdesk.audit.LogAnswer;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogFilter;
import org.moderationdesk.audit.LogOrder;
import org.moderationdesk.audit.LogReader;
import org.moderationdesk.audit.LogSearch;
import org.moderationdesk.audit.Period;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.Shelf;
import org.moderationdesk.editions.Touched;
import org.moderationdesk.editions.TouchedDecisions;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.EditionFiles;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.search.IndexedTextSearch;
import org.moderationdesk.search.TextSearch;
import org.moderationdesk.staff.Person;

/**
 * How soon the decision log opens and answers on a store of many decisions, opened anew: an encrypted
 * file, and a server. An answer is filter,
 * order and the first page of rows from the store.
 */
final class DecisionLogBench implements Benchmark {
    private static final int PAGE = 200;
    private static final int WINDOW = 2_000;
    private static final int OPENS = 100;
    private static final int AT_ONCE = 20_000;
    private static final int VALUES = 6;
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    // One decision every 30 seconds, each told by every ninth entry.
    private static final String FILL = """
        insert into decision_fact (seq, decision_id, case_id, item_id, person, outcome, ground, section, clauses, kind,
                                   language, region, queue, severity, at, opened_at, due_at, active_ms, confidence,
                                   difficult, measures, referrals, child_safety, state, replaces)
        select x * 9, '00000000-0000-7000-8000-' || lpad(cast(x as varchar), 12, '0'), x, 'V-' || x,
               'reviewer-' || mod(x * 7919, 50),
               (array['NO_VIOLATION', 'EXCEPTION', 'LIMIT_REACH', 'REMOVE', 'ESCALATE'])[mod(x * 31, 5) + 1],
               case when mod(x, 9) = 0 then 'CARVE_OUT' end,
               (mod(x * 17, 9) + 1) || '.' || (mod(x * 13, 5) + 1),
               (mod(x * 17, 9) + 1) || '.' || (mod(x * 13, 5) + 1) || '.' || (mod(x * 11, 4) + 1),
               (array['VIDEO', 'COMMENT', 'IMAGE', 'ACCOUNT'])[mod(x * 5, 4) + 1],
               (array['nl', 'en', 'fr', 'fy'])[mod(x * 3, 4) + 1], (array['NL', 'BE'])[mod(x, 2) + 1],
               (array['general', 'triage', 'live'])[mod(x * 23, 3) + 1], mod(x * 29, 4),
               %1$d + x * 30000, %1$d + x * 30000 - 3600000, %1$d + x * 30000 + mod(x, 7) * 60000 - 60000,
               mod(x * 7907, 300000), (array['LOW', 'MEDIUM', 'HIGH'])[mod(x * 37, 3) + 1], mod(x, 11) = 0,
               (array['', 'REMOVAL', 'REMOVAL STRIKE'])[mod(x * 41, 3) + 1], '', false,
               (array['IN_EFFECT', 'REVERSED', 'REPLACED'])[mod(x * 43, 3) + 1], null
          from %2$s
        """;

    @Override
    public String name() {
        return "decision-log";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        return MadeStore.both(DecisionLogBench::measure);
    }

    private static Map<String, Object> measure(MadeStore made) throws Exception {
        long decisions = Long.getLong("bench.decisions", 1_000_000L);
        try (Store store = made.open()) {
            fill(store, made, decisions);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        try (Store store = made.open()) {
            line.put("decisions", decisions);
            long start = System.nanoTime();
            int first = log(store).before(Long.MAX_VALUE, PAGE).size();
            line.put("firstOpenMs", millis(start));
            line.put("rows", first);
            percentiles(line, "open", times(OPENS, () -> log(store).before(Long.MAX_VALUE, PAGE)));
            DecisionLog log = log(store);
            start = System.nanoTime();
            DecisionFacts facts = log.load(Progress.NONE);
            line.put("loadSeconds", millis(start) / 1_000.0);
            line.put("bytesPerDecision", facts.bytes() / facts.size());
            start = System.nanoTime();
            int again = log.load(Progress.NONE).size();
            line.put("keepUpMs", millis(start));
            line.put("kept", again);
            line.put("touchedSeconds", touched(store));
            percentiles(line, "filter", filters(log, facts));
            percentiles(line, "order", orders(log, facts));
            percentiles(line, "window", windows(store, log));
            start = System.nanoTime();
            int items = page(log, facts, LogFilter.none(), new LogOrder(LogColumn.ITEM, true));
            line.put("orderByItemMs", millis(start));
            line.put("itemRows", items);
        }
        return line;
    }

    /** How long it takes to count, by clause, what an edition touches that changes the rules of one section. */
    private static double touched(Store store) {
        var reader = new BookReader();
        EditionFiles files = reader.files("2020-12");
        Map<Language, String> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(
                    language,
                    files.words(language).replace("2020-12", "2099-12").replace("\"7.2.1\": \"", "\"7.2.1\": \"X "));
        }
        Book later = reader.read(new EditionFiles(files.shape().replace("2020-12", "2099-12"), words));
        var edition = new Edition(later, 1, NOW.plusSeconds(1));
        var shelf = new Shelf(List.of(new Edition(reader.read("2020-12"), 0, Instant.EPOCH), edition));
        long start = System.nanoTime();
        Touched touched = new TouchedDecisions(store).count(Person.alone("noor"), shelf, edition, Progress.NONE);
        if (touched.decisions() == 0) {
            throw new IllegalStateException("nothing was counted");
        }
        return millis(start) / 1_000.0;
    }

    private static void fill(Store store, MadeStore made, long decisions) {
        long begin = NOW.toEpochMilli() - decisions * 30_000;
        for (long from = 1; from <= decisions; from += AT_ONCE) {
            long last = Math.min(decisions, from + AT_ONCE - 1);
            String sql = FILL.formatted(begin, made.numbers(from, last));
            int filled = store.write(handle -> handle.execute(sql));
            if (filled != last - from + 1) {
                throw new IllegalStateException("not all decisions were made");
            }
        }
        int heads = store.write(handle -> handle.execute("update log_head set seq = ? where id = 1", decisions * 9));
        if (heads != 1) {
            throw new IllegalStateException("no head");
        }
    }

    private static DecisionLog log(Store store) {
        return new DecisionLog(
                new StoredFacts(store), new CaseArchive(store), new QualityStates(store), Person.alone("noor"));
    }

    private static double[] filters(DecisionLog log, DecisionFacts facts) {
        List<LogFilter> asked = new ArrayList<>();
        for (Period period : List.of(Period.always(), Period.last(7), Period.last(90))) {
            for (Facet facet : Facet.values()) {
                facet.values(facts).stream()
                        .limit(VALUES)
                        .map(value -> LogFilter.none().within(period).put(facet, value, true))
                        .forEach(asked::add);
            }
        }
        return asked.stream()
                .mapToDouble(filter -> timed(() -> page(log, facts, filter, LogOrder.newestFirst())))
                .toArray();
    }

    private static double[] orders(DecisionLog log, DecisionFacts facts) {
        return Arrays.stream(LogColumn.values())
                .filter(column -> column != LogColumn.ITEM)
                .flatMap(column -> Stream.of(new LogOrder(column, true), new LogOrder(column, false)))
                .mapToDouble(order -> timed(() -> page(log, facts, LogFilter.none(), order)))
                .toArray();
    }

    /** As the screen asks: one value of each facet, and the whole window of rows. */
    private static double[] windows(Store store, DecisionLog log) {
        try (TextSearch search = new IndexedTextSearch(
                store,
                Optional.empty(),
                new PersonSearches(new StoredEventLog(store, InstantSource.system()), InstantSource.system()))) {
            var reader = new LogReader(log, new QualityStates(store), search, InstantSource.fixed(NOW), ZoneOffset.UTC);
            DecisionFacts facts = log.facts().orElseThrow();
            return Arrays.stream(Facet.values())
                    .flatMap(facet -> facet.values(facts).stream().limit(VALUES).map(value -> LogFilter.none()
                            .put(facet, value, true)))
                    .mapToDouble(filter -> timed(() -> {
                        LogAnswer answer = reader.answer(filter, LogOrder.newestFirst(), Progress.NONE);
                        reader.rows(answer, 0, WINDOW);
                    }))
                    .toArray();
        }
    }

    private static int page(DecisionLog log, DecisionFacts facts, LogFilter filter, LogOrder order) {
        int[] found = new LogSearch(facts, NOW, ZoneOffset.UTC).find(filter, _ -> true, order);
        return log.named(Arrays.stream(found).limit(PAGE).mapToObj(facts::seq).toList())
                .size();
    }

    private static double[] times(int runs, Runnable work) {
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            times[i] = timed(work);
        }
        return times;
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return millis(start);
    }

    private static double millis(long start) {
        return Math.round((System.nanoTime() - start) / 1e4) / 100.0;
    }

    private static void percentiles(Map<String, Object> line, String what, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        line.put(what + "s", sorted.length);
        line.put(what + "P50Ms", sorted[sorted.length / 2]);
        line.put(what + "P95Ms", sorted[(int) (sorted.length * 0.95)]);
        line.put(what + "P99Ms", sorted[(int) (sorted.length * 0.99)]);
        line.put(what + "WorstMs", sorted[sorted.length - 1]);
    }
}
