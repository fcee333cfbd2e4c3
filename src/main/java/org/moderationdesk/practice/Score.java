package org.moderationdesk.practice;

/**
 * What a run is worth, as it is stored with it.
 *
 * @param hundredths of a percent: 8250 is 82.5 %
 * @param right items answered wholly as one of the accepted answers, in every field that counts
 * @param severe how many severe mistakes
 */
public record Score(int hundredths, int right, int items, int severe, boolean passed) {
    public Score {
        if (hundredths < 0 || hundredths > 10_000) {
            throw new IllegalArgumentException("a score lies between 0 and 100 percent");
        }
    }

    public double percent() {
        return hundredths / 100.0;
    }
}
