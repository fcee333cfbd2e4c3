package org.moderationdesk.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Puts an interval around a figure: the pairs are drawn anew many times (percentile bootstrap, B. Efron, 1979). */
final class Resampling {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /** So large a part of the resamples may have no figure; with more the interval would not mean what it says. */
    private static final double WITHOUT = 0.05;

    private final AgreementRules rules;

    Resampling(AgreementRules rules) {
        this.rules = rules;
    }

    /**
     * The figure with its interval, or why there is none.
     *
     * @param counts how many things there are of each kind
     * @param value what it is for these counts; NaN where it is not defined
     * @param ofCounts the same for resampled counts, which it must not keep
     */
    Figure figure(int[] counts, double value, ToDoubleFunction<int[]> ofCounts) {
        int total = IntStream.of(counts).sum();
        if (total < rules.least()) {
            return new Figure.Few(total);
        }
        if (Double.isNaN(value)) {
            return new Figure.OneCategory(total);
        }
        double[] values = resampled(counts, total, ofCounts);
        // NaN sorts last.
        Arrays.sort(values);
        int defined = values.length;
        while (defined > 0 && Double.isNaN(values[defined - 1])) {
            defined--;
        }
        if (defined < values.length * (1 - WITHOUT)) {
            return new Figure.OneCategory(total);
        }
        return new Figure.Known(value, quantile(values, defined, LOW), quantile(values, defined, HIGH), total);
    }

    private double[] resampled(int[] counts, int total, ToDoubleFunction<int[]> ofCounts) {
        var draws = new Draws(new SplittableRandom(rules.seed()));
        int[] drawn = new int[counts.length];
        double[] values = new double[rules.resamples()];
        for (int i = 0; i < values.length; i++) {
            draws.resample(counts, total, drawn);
            values[i] = ofCounts.applyAsDouble(drawn);
        }
        return values;
    }

    private static double quantile(double[] sorted, int size, double part) {
        double place = part * (size - 1);
        int below = (int) place;
        int above = Math.min(size - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
