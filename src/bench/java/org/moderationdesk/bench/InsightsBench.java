package org.moderationdesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.insights.Checked;
import org.moderationdesk.insights.DeskSources;
import org.moderationdesk.insights.InsightsReader;
import org.moderationdesk.insights.Period;
import org.moderationdesk.insights.Scope;
import org.moderationdesk.insights.SecondReviews;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.StoredPeople;
import org.moderationdesk.wellbeing.TeamBudgets;
import org.moderationdesk.wellbeing.Wellbeing;

/**
 * How long all figures take over many decisions of 30 days, with 8,000 blind pairs; and what submit and next take while
 * figures are made without a pause, where the desk makes them every five minutes. {@code -Dbench.decisions=1000000},
 * {@code -Dbench.cases=100000}.
 */
final class InsightsBench implements Benchmark {
    private static final int DECISIONS = Integer.getInteger("bench.decisions", 1_000_000);
    private static final int PAIRS = 8_000;
    private static final int STEP = 50_000;
    private static final int RUNS = 20;
    private static final double BUDGET_MS = 2_000;
    /** Beyond every entry that the bench itself makes. */
    private static final long HEAD = 5_000_000;

    private static final String FILL = """
        insert into decision_fact (seq, decision_id, case_id, item_id, person, outcome, ground, section, clauses, kind,
                                   language, region, queue, severity, at, opened_at, due_at, active_ms, confidence,
                                   difficult, measures, referrals, child_safety, state, replaces)
        select x, '00000000-0000-7000-8000-' || lpad(cast(x as varchar), 12, '0'), x, 'i-' || x, 'person-' || mod(x, 40),
               (array['NO_VIOLATION', 'EXCEPTION', 'LIMIT_REACH', 'REMOVE', 'REMOVE'])[1 + mod(x, 5)],
               case when mod(x, 5) = 1 then (array['SATIRE', 'CARVE_OUT', 'DOCUMENTARY'])[1 + mod(x, 3)] end,
               (1 + mod(x, 9)) || '.' || (1 + mod(x, 4)), '5.3.1', 'VIDEO', 'nl',
               (array['NL', 'BE', 'DE'])[1 + mod(x, 3)], 'general', mod(x, 4),
               %1$d + x * %2$d, %1$d + x * %2$d - 600000, %1$d + x * %2$d + mod(x, 20) * 600000 - 600000, mod(x * 7919, 240000),
               'HIGH', false, '', '', false, 'IN_EFFECT', null
          from %3$s
        """;

    @Override
    public String name() {
        return "insights";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        return MadeStore.both(made -> {
            try (Store store = made.open()) {
                return measure(store, made, Clock.systemUTC());
            }
        });
    }

    private static Map<String, Object> measure(Store store, MadeStore made, InstantSource clock)
            throws InterruptedException {
        Book book = new BookReader().read("2020-12");
        fill(store, made, clock.instant());
        var log = new StoredEventLog(store, clock);
        SubmitNextBench.fill(log, new CaseWriter(book, QueueSettings.defaults()));
        Person person = Person.alone("bench");
        var decisions =
                new DecisionLog(new StoredFacts(store), new CaseArchive(store), new QualityStates(store), person);
        var people = new StoredPeople(store, log, clock);
        var wellbeing = new Wellbeing(store, clock, ZoneOffset.UTC, WellbeingSettings::defaults);
        var sources = new DeskSources(
                decisions,
                new StoredAges(store, clock),
                new StoredReferrals(store),
                new TeamBudgets(store, log, people, wellbeing),
                new MadeReviews(pairs(clock.instant())));
        var reader = new InsightsReader(sources, person, book, clock, ZoneOffset.UTC);
        Map<String, Object> line = new TreeMap<>();
        line.put("decisions", DECISIONS);
        line.put("openCases", SubmitNextBench.CASES);
        line.put("pairs", PAIRS);
        long start = System.nanoTime();
        long decided = decisions.loadForFigures(Progress.NONE).size();
        line.put("firstReadMs", (System.nanoTime() - start) / 1_000_000);
        if (decided != DECISIONS) {
            throw new IllegalStateException("decisions read: " + decided);
        }
        refreshes(reader, line);
        Map<String, Object> alone = SubmitNextBench.submits(store, clock, log, book);
        line.put("submitP99MsAlone", alone.get("p99Ms"));
        var stop = new AtomicBoolean();
        Thread busy = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                var unused = reader.read(new Scope(Period.DAYS_30, "", ""), Progress.NONE);
            }
        });
        Map<String, Object> beside = SubmitNextBench.submits(store, clock, log, book);
        stop.set(true);
        busy.join();
        line.put("submitP99MsBesideFigures", beside.get("p99Ms"));
        line.put("submitP99CpuMsBesideFigures", beside.get("p99CpuMs"));
        return line;
    }

    private static void refreshes(InsightsReader reader, Map<String, Object> line) {
        double[] millis = new double[RUNS];
        long cpu = cpuNanos();
        long began = System.nanoTime();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            int total = reader.read(new Scope(Period.DAYS_30, "", i % 2 == 0 ? "" : "NL"), Progress.NONE)
                    .total();
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (total != DECISIONS) {
                throw new IllegalStateException("decisions: " + total);
            }
        }
        double cpuMs = (cpuNanos() - cpu) / 1e6 / RUNS;
        double wallMs = (System.nanoTime() - began) / 1e6 / RUNS;
        Arrays.sort(millis);
        line.put("refreshP50Ms", Math.round(millis[RUNS / 2]));
        line.put("refreshMaxMs", Math.round(millis[RUNS - 1]));
        line.put("refreshCpuMs", Math.round(cpuMs));
        line.put("coresWhileRefreshing", Math.round(cpuMs / wallMs * 100) / 100.0);
        // One refresh in five minutes.
        line.put("percentOfACore", Math.round(cpuMs / Duration.ofMinutes(5).toMillis() * 1e6) / 1e4);
        line.put("maxOfBudget", Math.round(millis[RUNS - 1] / BUDGET_MS * 100) / 100.0);
    }

    private static void fill(Store store, MadeStore made, Instant now) {
        long each = Math.max(1, Duration.ofDays(30).toMillis() / DECISIONS);
        long from = now.toEpochMilli() - each * DECISIONS;
        for (int first = 1; first <= DECISIONS; first += STEP) {
            String sql = FILL.formatted(from, each, made.numbers(first, Math.min(DECISIONS, first + STEP - 1)));
            int unused = store.write(handle -> handle.execute(sql));
        }
        int unused = store.write(handle -> handle.execute("update log_head set seq = ?", HEAD));
    }

    private static List<BlindPair> pairs(Instant now) {
        var random = new Random(8);
        List<BlindPair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Outcome first = Outcome.values()[random.nextInt(4)];
            Outcome second = random.nextInt(6) == 0 ? Outcome.values()[random.nextInt(4)] : first;
            var clause = new ClauseCode((1 + random.nextInt(9)) + ".1." + (1 + random.nextInt(3)));
            pairs.add(new BlindPair(
                    "d-" + i,
                    "i-" + i,
                    now.minus(Duration.ofMinutes(random.nextInt(8 * 7 * 24 * 60))),
                    new SectionCode((1 + random.nextInt(9)) + ".1"),
                    false,
                    new BlindPair.Side("one", first, Map.of(clause, Answer.YES)),
                    new BlindPair.Side(
                            "other", second, Map.of(clause, random.nextInt(9) == 0 ? Answer.NO : Answer.YES))));
        }
        return pairs;
    }

    /** Pairs that are there already: how fast they are read is another room's bench. */
    private record MadeReviews(List<BlindPair> made) implements SecondReviews {
        @Override
        public List<BlindPair> pairs(Person viewer, Instant from, Instant to) {
            return made;
        }

        @Override
        public List<Checked> checked(Person viewer, Instant since) {
            return made.stream()
                    .map(pair -> new Checked(pair.at().toEpochMilli(), !pair.sameOutcome()))
                    .toList();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
