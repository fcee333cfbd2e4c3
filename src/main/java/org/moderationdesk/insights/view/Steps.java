package org.moderationdesk.insights.view;

/** Round numbers for axes. */
final class Steps {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    private Steps() {}

    /** The smallest round step, at least 1, with which so many reach the number. */
    static double of(double reach, int steps) {
        double rough = Math.max(1, reach / steps);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            double step = round * power;
            if (step >= rough && step == Math.rint(step)) {
                return step;
            }
        }
        return 10 * power;
    }
}
