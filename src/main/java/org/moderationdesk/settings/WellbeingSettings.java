package org.moderationdesk.settings;

import java.time.Duration;

/**
 * How much looking a day holds, when breaks are due, and when lighter work is.
 *
 * <p>All numbers are judgement, not science: what is known of the effects of looking is mixed. They are there so that
 * less is seen, and so that a team can set its own.
 *
 * @param budgetMinutes weighted minutes of looking in a day: by default 20 minutes in full colour at high severity
 * @param breakEveryMinutes minutes of active work after which a break is due
 * @param breakMinutes how long a break lasts
 */
public record WellbeingSettings(
        int budgetMinutes,
        int breakEveryMinutes,
        int breakMinutes,
        SeverityWeights severity,
        FormWeights form,
        Rotation rotation) {
    public WellbeingSettings {
        if (budgetMinutes < 1
                || budgetMinutes > 480
                || breakEveryMinutes < 5
                || breakEveryMinutes > 240
                || breakMinutes < 1
                || breakMinutes > 120) {
            throw new IllegalArgumentException("wellbeing settings out of range");
        }
    }

    public static WellbeingSettings defaults() {
        return new WellbeingSettings(
                20,
                50,
                15,
                new SeverityWeights(25, 50, 100, 200),
                new FormWeights(100, 75, 75, 40, 30, 15, 50),
                new Rotation(false, 8, 40, 30));
    }

    public Duration budget() {
        return Duration.ofMinutes(budgetMinutes);
    }

    public Duration breakEvery() {
        return Duration.ofMinutes(breakEveryMinutes);
    }

    public Duration breakLength() {
        return Duration.ofMinutes(breakMinutes);
    }

    /** What a second of looking counts for, in percent, by the severity of its case. */
    public record SeverityWeights(int low, int medium, int high, int critical) {
        public SeverityWeights {
            requirePercent(low, medium, high, critical);
        }
    }

    /** What a second of looking counts for, in percent, by the form in which content was uncovered. */
    public record FormWeights(int colour, int grey, int frames, int loupe, int smallGrey, int outline, int sound) {
        public FormWeights {
            requirePercent(colour, grey, frames, loupe, smallGrey, outline, sound);
        }
    }

    /**
     * After so much severe work, the next cases are lighter for a while.
     *
     * @param cases of high or critical severity, looked at or decided
     * @param minutes of active work on them; whichever is reached first
     * @param restMinutes for how long the next cases come from the others
     */
    public record Rotation(boolean on, int cases, int minutes, int restMinutes) {
        public Rotation {
            if (cases < 1 || minutes < 1 || restMinutes < 1 || restMinutes > 480) {
                throw new IllegalArgumentException("rotation out of range");
            }
        }

        public Duration rest() {
            return Duration.ofMinutes(restMinutes);
        }
    }

    private static void requirePercent(int... weights) {
        for (int weight : weights) {
            if (weight < 0 || weight > 1000) {
                throw new IllegalArgumentException("a weight is 0 to 1000 percent");
            }
        }
    }
}
