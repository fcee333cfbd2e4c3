package org.moderationdesk.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.quality.QualityDesk;
import org.moderationdesk.quality.Sampled;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlan;
import org.moderationdesk.staff.Person;

/**
 * How long a dry run of a sampling plan takes over many decisions of 30 days, on a desk of its own and on PostgreSQL; as a
 * ratio to reading the same rows by bare JDBC in the same run, before and after. {@code -Dbench.decisions=1000000},
 * {@code -Dbench.shared=100000}.
 */
final class SamplingBench implements Benchmark {
    private static final int DECISIONS = Integer.getInteger("bench.decisions", 1_000_000);
    private static final int SHARED = Integer.getInteger("bench.shared", 100_000);
    private static final int STEP = 50_000;
    private static final int RUNS = 3;
    private static final String FACT = """
        insert into decision_fact (seq, decision_id, case_id, item_id, person, outcome, ground, section, clauses, kind,
                                   language, region, queue, severity, at, opened_at, due_at, active_ms, confidence,
                                   difficult, measures, referrals, child_safety, state, replaces)
        select x, '00000000-0000-7000-8000-' || lpad(cast(x as varchar), 12, '0'), x, 'i-' || x, 'person-' || mod(x, 40),
               'REMOVE', null, (1 + mod(x, 9)) || '.' || (1 + mod(x, 4)),
               (1 + mod(x, 9)) || '.' || (1 + mod(x, 4)) || '.1', 'VIDEO', 'nl', 'NL', 'general', mod(x, 4),
               %1$d + x * %2$d, %1$d, %1$d, 60000, case when mod(x, 10) = 0 then 'LOW' else 'HIGH' end, false, '', '',
               mod(x, 200) = 0, 'IN_EFFECT', null
          from %3$s
        """;
    private static final String DECISION = """
        insert into decision (id, case_id, item_id, item_version, edition, person, outcome, ground, state, replaces, at,
                              release_at, active_ms, body, event_seq)
        select '00000000-0000-7000-8000-' || lpad(cast(x as varchar), 12, '0'), x, 'i-' || x, 1, '2020-12',
               'person-' || mod(x, 40), 'REMOVE', null, 'IN_EFFECT', null, %1$d + x * %2$d, %1$d, 60000, '{}', x
          from %3$s
        """;
    private static final String VERSION = """
        insert into item_version (item_id, version, content, text_hash, arrived_at, event_seq)
        select 'i-' || x, 1,
               '{"id":"i-' || x || '","kind":"VIDEO","language":"nl","media":[],"reach":{"shares":4,"views":' || mod(x * 7919, 200000)
               || '},"region":"NL","text":"' || repeat('a sentence of a caption ', 16) || '","version":1}', null, %1$d, x
          from %3$s
        """;
    private static final String BARE = """
        select decision_id, item_id, person, at, section, clauses, confidence, child_safety from decision_fact
        """;
    private static final String BARE_REACH = """
        select f.decision_id, f.item_id, f.person, f.at, f.section, f.clauses, f.confidence, f.child_safety, v.content
          from decision_fact f
          join decision d on d.id = f.decision_id
          join item_version v on v.item_id = d.item_id and v.version = d.item_version
        """;
    private static final Person LEAD = Person.alone("bench");

    @Override
    public String name() {
        return "sampling";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        try (MadeStore own = MadeStore.own()) {
            line.put("h2", measure(own, DECISIONS, 0, List.of(FACT)));
        }
        line.put("withReach", MadeStore.both(made -> measure(made, SHARED, 50, List.of(FACT, DECISION, VERSION))));
        try (MadeStore shared = MadeStore.shared()) {
            line.put("postgres", measure(shared, SHARED, 0, List.of(FACT)));
        }
        return line;
    }

    private static Map<String, Object> measure(MadeStore made, int decisions, double reach, List<String> tables)
            throws Exception {
        InstantSource clock = Clock.systemUTC();
        try (Store store = made.open()) {
            fill(store, made, clock.instant(), decisions, tables);
            return measure(store, clock, decisions, reach);
        }
    }

    private static Map<String, Object> measure(Store store, InstantSource clock, int decisions, double reach) {
        Instant now = clock.instant();
        Sampling sampling = QualityDesk.sampling(store, clock);
        var plan = new SamplingPlan(
                0,
                2,
                true,
                List.of(new SamplingPlan.SectionShare("5.3", 10, 0), new SamplingPlan.SectionShare("6.1", 0, 20)),
                new SamplingPlan.NewReviewers(50, 14, 20),
                new SamplingPlan.Risk(100_000, reach, 25),
                5);
        String bare = reach == 0 ? BARE : BARE_REACH;
        double base = bare(store, bare, decisions);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            Sampled would = sampling.dryRun(LEAD, plan, now.minus(Duration.ofDays(31)), now, Progress.NONE);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
            if (would.decisions() != decisions || would.drawn() == 0) {
                throw new IllegalStateException("looked at " + would.decisions());
            }
        }
        base = Math.min(base, bare(store, bare, decisions));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("decisions", decisions);
        line.put("seconds", Math.round(best * 100) / 100.0);
        line.put("bareSeconds", Math.round(base * 100) / 100.0);
        line.put("ratio", Math.round(best / base * 100) / 100.0);
        return line;
    }

    /** What a dry run can never be faster than: every row that it needs, once. */
    private static double bare(Store store, String sql, int decisions) {
        long start = System.nanoTime();
        int rows = store.read(handle -> {
            try (Statement statement = handle.getConnection().createStatement()) {
                statement.setFetchSize(10_000);
                int read = 0;
                try (ResultSet found = statement.executeQuery(sql)) {
                    int columns = found.getMetaData().getColumnCount();
                    while (found.next()) {
                        for (int i = 1; i <= columns; i++) {
                            Object unused = found.getObject(i);
                        }
                        read++;
                    }
                }
                return read;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        if (rows != decisions) {
            throw new IllegalStateException("rows: " + rows);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void fill(Store store, MadeStore made, Instant now, int decisions, List<String> tables) {
        long each = Math.max(1, Duration.ofDays(30).toMillis() / decisions);
        long from = now.toEpochMilli() - each * (decisions + 1L);
        for (int first = 1; first <= decisions; first += STEP) {
            String some = made.numbers(first, Math.min(decisions, first + STEP - 1));
            int unused = store.write(handle -> {
                int rows = 0;
                for (String sql : tables) {
                    rows += handle.execute(sql.formatted(from, each, some));
                }
                return rows;
            });
        }
    }
}
