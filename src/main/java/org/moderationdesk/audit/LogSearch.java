package org.moderationdesk.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;

/**
 * Filters and orders decisions in memory: one walk over the rows of the period, then a sort of what was found. Makes no
 * object a row; a million rows take milliseconds.
 */
public final class LogSearch {
    private static final long ROW = 0xFFFF_FFFFL;

    private final DecisionFacts facts;
    private final Instant now;
    private final ZoneId zone;

    /** @param now what "last 7 days" counts from */
    public LogSearch(DecisionFacts facts, Instant now, ZoneId zone) {
        this.facts = facts;
        this.now = now;
        this.zone = zone;
    }

    /**
     * The rows that pass the filter and this test as well, in this order.
     *
     * @param also what the filter's words mean, by row
     */
    public int[] find(LogFilter filter, IntPredicate also, LogOrder order) {
        int[] found = matching(filter, also);
        if (order.isOfTheLog()) {
            return order.ascending() ? found : reversed(found);
        }
        return sorted(found, order);
    }

    private int[] matching(LogFilter filter, IntPredicate also) {
        long begin = millis(filter.period().begin(now, zone));
        long end = millis(filter.period().end(zone));
        List<IntPredicate> tests = new ArrayList<>();
        filter.chosen().forEach((facet, values) -> tests.add(FacetTest.of(facet, values, facts)));
        tests.add(also);
        IntPredicate[] all = tests.toArray(IntPredicate[]::new);
        long[] at = facts.columns().at;
        int from = facts.firstAt(filter.period().begin(now, zone));
        var found = new int[Math.min(1_024, facts.size() + 1)];
        int size = 0;
        for (int row = from; row < facts.size(); row++) {
            if (at[row] < begin || at[row] >= end || !passes(all, row)) {
                continue;
            }
            if (size == found.length) {
                found = Arrays.copyOf(found, (int) Math.min(facts.size(), size * 2L));
            }
            found[size++] = row;
        }
        return Arrays.copyOf(found, size);
    }

    private static boolean passes(IntPredicate[] tests, int row) {
        for (IntPredicate test : tests) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }

    private static long millis(Instant moment) {
        return moment.toEpochMilli();
    }

    private static int[] reversed(int[] rows) {
        for (int i = 0, j = rows.length - 1; i < j; i++, j--) {
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
        return rows;
    }

    /** The key in the high half, the row in the low one, turned around where the newest comes first. */
    private int[] sorted(int[] rows, LogOrder order) {
        LongUnaryOperator key = new LogKeys(facts).of(order.column());
        var keyed = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            long value = key.applyAsLong(rows[i]);
            keyed[i] = (order.ascending() ? value : -value) << Integer.SIZE | (ROW - rows[i]);
        }
        Arrays.parallelSort(keyed);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) (ROW - (keyed[i] & ROW));
        }
        return rows;
    }
}
