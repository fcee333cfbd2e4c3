package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;

/** No question reads more rows than it answers with, however many decisions there are. */
final class DecisionPlansTest {
    private static final int DECISIONS = 5_000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final Store STORE = TestStore.create();

    @BeforeAll
    static void manyDecisions() {
        int[] written = STORE.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("insert into decision (" + DecisionRow.COLUMNS
                    + ") values (?, ?, ?, 1, '2020-12', ?, 'REMOVE', null, ?, null, ?, 0, 0, '{}', 1)")) {
                for (int i = 0; i < DECISIONS; i++) {
                    String state = i % 1_000 == 0 ? "AWAITING_SECOND" : "IN_EFFECT";
                    batch.add("d-" + i, (long) i, "V-" + i / 2, "p-" + i % 10, state, (long) i / 4);
                }
                return batch.execute();
            }
        });
        int[] measures = STORE.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("insert into measure (" + MeasureRow.COLUMNS
                    + ") values (?, ?, 'V', ?, 'STRIKE', 'IN_EFFECT', ?, null, 0, '{}', 1)")) {
                for (int i = 0; i < DECISIONS; i++) {
                    batch.add("m-" + i, "d-" + i, "u-" + i / 5, (long) i);
                }
                return batch.execute();
            }
        });
        assertThat(written.length + measures.length).isEqualTo(2 * DECISIONS);
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static int scanned(String sql, Map<String, ?> values) {
        String plan = STORE.read(handle -> handle.createQuery("explain analyze " + sql)
                .bindMap(values)
                .mapTo(String.class)
                .one());
        return SCANNED.matcher(plan)
                .results()
                .map(MatchResult::group)
                .mapToInt(found -> Integer.parseInt(found.substring("scanCount: ".length())))
                .sum();
    }

    @Test
    void theDecisionsOfAnItem() {
        assertThat(scanned(StoredDecisions.OF_ITEM, Map.of("item", "V-700", "most", 500)))
                .isBetween(2, 4);
    }

    @Test
    void whatWaits() {
        assertThat(scanned(StoredDecisions.AWAITING, Map.of("most", 1_000))).isBetween(5, 7);
        assertThat(scanned(StoredDecisions.HOW_MANY_AWAIT, Map.of())).isBetween(5, 7);
    }

    @Test
    void theDecisionsOfADay() {
        assertThat(scanned(StoredDecisions.SINCE, Map.of("person", "p-3", "since", 1_200L)))
                .isBetween(10, 30);
    }

    @Test
    void aPageOfTheExport() {
        assertThat(scanned(WholeDecisions.LATER, Map.of("from", 300L, "to", 9_000L, "limit", 500)))
                .isBetween(500, 502);
        assertThat(scanned(WholeDecisions.SAME_MOMENT, Map.of("at", 300L, "id", "d-1201", "limit", 500)))
                .isBetween(2, 5);
    }

    @Test
    void theStrikesOfAnAccount() {
        assertThat(scanned(Strikes.OWN, Map.of("account", "u-77"))).isBetween(5, 7);
    }

    @Test
    void aQuestionWithoutAnIndexWouldBeCaught() {
        assertThat(scanned("select count(*) from decision where active_ms = :ms", Map.of("ms", 7L)))
                .isGreaterThan(DECISIONS - 1);
    }
}
