package org.moderationdesk.agreement;

/** A measure of agreement, or why there is none. */
public sealed interface Figure {
    /** How many pairs, or units that several people judged, it rests on. */
    int number();

    /**
     * A figure with its 95 % confidence interval.
     *
     * @param value 1 for whole agreement; for kappa and alpha 0 for what chance alone would give
     * @param low no higher than high; percentile bootstrap
     */
    record Known(double value, double low, double high, int number) implements Figure {
        public Known {
            if (!(low <= high) || !Double.isFinite(value)) {
                throw new IllegalArgumentException("no figure: %s from %s to %s".formatted(value, low, high));
            }
        }
    }

    /** Under the least number. */
    record Few(int number) implements Figure {}

    /**
     * All judgements, or all but so few that an interval cannot be told, fell into one category: agreement beyond chance
     * is not defined.
     */
    record OneCategory(int number) implements Figure {}
}
