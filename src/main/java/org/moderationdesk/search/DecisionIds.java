package org.moderationdesk.search;

import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Ids of decisions, the earliest first, each as the two halves of its UUID: a million of them take 16 MB. Ids are of
 * version 7, whose order is that of time. Unchanging, safe for any thread.
 */
public final class DecisionIds {
    private final long[] high;
    private final long[] low;

    private DecisionIds(long[] high, long[] low) {
        this.high = high;
        this.low = low;
    }

    /**
     * Takes ids in their order.
     *
     * @param halves gives the high half of each id, then its low one
     */
    static DecisionIds inOrder(int size, LongSupplier halves) {
        var high = new long[size];
        var low = new long[size];
        for (int i = 0; i < size; i++) {
            high[i] = halves.getAsLong();
            low[i] = halves.getAsLong();
        }
        return new DecisionIds(high, low);
    }

    public int size() {
        return high.length;
    }

    /** {@link UUID#getMostSignificantBits} of the id at this place. */
    public long high(int place) {
        return high[place];
    }

    /** {@link UUID#getLeastSignificantBits} of the id at this place. */
    public long low(int place) {
        return low[place];
    }

    /** The id at this place, as the table {@code decision} has it. */
    public String id(int place) {
        return new UUID(high[place], low[place]).toString();
    }

    public boolean contains(String id) {
        UUID sought = UUID.fromString(id);
        return contains(sought.getMostSignificantBits(), sought.getLeastSignificantBits());
    }

    /** By halves: no object is made. */
    public boolean contains(long highHalf, long lowHalf) {
        int from = 0;
        int to = high.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = compare(high[middle], low[middle], highHalf, lowHalf);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return false;
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(high, otherHigh);
        return order != 0 ? order : Long.compareUnsigned(low, otherLow);
    }
}
