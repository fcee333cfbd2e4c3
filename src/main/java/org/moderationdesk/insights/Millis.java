package org.moderationdesk.insights;

import java.util.Arrays;

/** Spans of time gathered one by one, for their median and quarters. */
final class Millis {
    private int[] values = new int[64];
    private int size;
    private boolean sorted = true;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
        sorted = false;
    }

    int size() {
        return size;
    }

    /**
     * What this part of them is no longer than, between two of them where it falls between (R's type 7).
     *
     * @return 0 of none
     */
    int quantile(double part) {
        if (size == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        double place = part * (size - 1);
        int below = (int) place;
        int above = Math.min(size - 1, below + 1);
        return (int) Math.round(values[below] + (place - below) * (values[above] - (double) values[below]));
    }
}
