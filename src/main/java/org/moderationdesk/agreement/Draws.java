package org.moderationdesk.agreement;

import java.util.random.RandomGenerator;

/**
 * Draws as many as there are, with replacement, from things of a few kinds: in time that grows with the kinds, not with
 * the things.
 */
final class Draws {
    /** Below this many expected hits, waiting for each of them is faster than rejection. */
    private static final double WAIT_BELOW = 10;

    /** How far Stirling's formula for log k! falls short, k from 0 to 9. */
    private static final double[] SHORT_BY = {
        0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.0207906721037650, 0.0166446911898211,
        0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.0092554621827127, 0.0083305634333594
    };

    private final RandomGenerator random;

    Draws(RandomGenerator random) {
        this.random = random;
    }

    /** Fills {@code drawn} with how many of each kind came up. */
    void resample(int[] counts, int total, int[] drawn) {
        int left = total;
        int ahead = total;
        for (int kind = 0; kind < counts.length; kind++) {
            boolean last = counts[kind] == ahead;
            drawn[kind] = last ? left : hits(left, (double) counts[kind] / ahead);
            left -= drawn[kind];
            ahead -= counts[kind];
        }
    }

    /** How many of {@code tries} succeed, each with this chance. */
    int hits(int tries, double chance) {
        if (tries == 0 || chance <= 0) {
            return 0;
        }
        if (chance > 0.5) {
            return tries - hits(tries, 1 - chance);
        }
        return tries * chance < WAIT_BELOW ? waiting(tries, chance) : rejecting(tries, chance);
    }

    private int waiting(int tries, double chance) {
        double miss = Math.log1p(-chance);
        int hits = 0;
        double at = 0;
        while (true) {
            at += Math.floor(Math.log(1 - random.nextDouble()) / miss) + 1;
            if (at > tries) {
                return hits;
            }
            hits++;
        }
    }

    /** Algorithm BTRS of W. Hörmann, "The generation of binomial random variates", 1993. */
    private int rejecting(int n, double p) {
        double spread = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double odds = p / (1 - p);
        double alpha = (2.83 + 5.1 / b) * spread;
        double mode = Math.floor((n + 1) * p);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + centre);
            if (us >= 0.07 && v <= 0.92 - 4.2 / b) {
                return (int) k;
            }
            if (k < 0 || k > n) {
                continue;
            }
            double most = (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
                    + (n + 1) * Math.log((n - mode + 1) / (n - k + 1))
                    + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
                    + shortBy(mode)
                    + shortBy(n - mode)
                    - shortBy(k)
                    - shortBy(n - k);
            if (Math.log(v * alpha / (a / (us * us) + b)) <= most) {
                return (int) k;
            }
        }
    }

    private static double shortBy(double k) {
        if (k < SHORT_BY.length) {
            return SHORT_BY[(int) k];
        }
        double next = k + 1;
        double square = next * next;
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next;
    }
}
