package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many rows the store reads for a page: a plan that sorts every waiting case reads them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuePlansTest {
    private static final int CASES = Boolean.getBoolean("desk.long") ? 300_000 : 30_000;
    private static final int PAGE = 50;
    private static final long MIDDLE = 500_000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final QueueDesk desk = new QueueDesk();

    @BeforeAll
    void fill() {
        desk.store().write(handle -> handle.execute("""
            insert into open_case (id, item_id, open_item, kind, state, queue, severity, rank, points, sections,
                chapter_set, excerpt, language, region, reports, opened_at, due_at, closed_at, child_safety, sealed,
                edition, token, event_seq)
            select x, 'v' || x, 'v' || x, 'VIDEO', case when mod(x, 10) = 0 then 'LEASED' else 'WAITING' end,
                   case when mod(x, 7) = 0 then 'legal' else 'general' end, mod(x, 4), mod(x * 7919, 1000000), '{}',
                   '5.3', '5', 'words', 'nl', 'NL', 1, mod(x * 7907, 1000000), mod(x * 7901, 1000000), null, false,
                   false, '2020-12', 0, 1
              from system_range(1, ?)
            """, CASES));
        desk.store().write(handle -> handle.execute("analyze"));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource
    void theFirstPageReadsNoMoreThanItShows(Ordering ordering) {
        for (boolean held : List.of(false, true)) {
            CaseSql sql = CaseSql.of(ordering, true, held);

            assertThat(scanned(sql.first(), state(held), "general", PAGE)).isLessThanOrEqualTo(allowed(held));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageInTheMiddleReadsNoMoreThanItShowsInEitherDirection(Ordering ordering) {
        for (boolean forward : List.of(true, false)) {
            for (boolean held : List.of(false, true)) {
                CaseSql sql = CaseSql.of(ordering, forward, held);

                assertThat(scanned(sql.beyond(), state(held), "general", MIDDLE, PAGE))
                        .as("beyond, forward %s", forward)
                        .isLessThanOrEqualTo(allowed(held));
                assertThat(scanned(sql.ties(), state(held), "general", MIDDLE, CASES / 2, PAGE))
                        .as("ties, forward %s", forward)
                        .isLessThanOrEqualTo(allowed(held));
            }
        }
    }

    @Test
    void theNextCaseIsFoundInAFewRows() {
        assertThat(scanned(CaseSql.of(Ordering.URGENCY, true, false).first(), "WAITING", "general", 4))
                .isLessThanOrEqualTo(5);
    }

    @Test
    void lateCasesAreCountedNoFurtherThanTheLimit() {
        assertThat(scanned(CaseLookup.LATE, "general", 1_000_000L, QueueCounts.MOST_LATE))
                .isLessThanOrEqualTo(2 * QueueCounts.MOST_LATE + 2);
    }

    @Test
    void anOrderThatLeavesOutTheFirstColumnsIsCaught() {
        String careless = CaseSql.of(Ordering.URGENCY, true, false).first().replace("c.state, c.queue, ", "");

        assertThat(scanned(careless, "WAITING", "general", PAGE)).isGreaterThan(CASES / 2);
    }

    @Test
    void carryingRulesOutReadsOnAlongTheNumbersOfCases() {
        assertThat(scanned(Rerouting.NEXT, 100L, PAGE)).isLessThanOrEqualTo(PAGE + 1);
    }

    private static String state(boolean held) {
        return held ? "LEASED" : "WAITING";
    }

    /** A held case costs one look at its lease as well. */
    private static int allowed(boolean held) {
        return (held ? 2 : 1) * (PAGE + 1) + 1;
    }

    private long scanned(String sql, Object... values) {
        String plan = desk.store().read(handle -> {
            var query = handle.createQuery("explain analyze " + sql);
            for (int place = 0; place < values.length; place++) {
                query.bind(place, values[place]);
            }
            return query.mapTo(String.class).one();
        });
        assertThat(plan).contains("scanCount");
        return SCANNED.matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
