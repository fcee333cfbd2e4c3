package org.moderationdesk.insights;

/**
 * How long decisions in one section take, by active work, never without how many there are and how often a blind second
 * judgement came to the same.
 *
 * @param lowerMs a quarter took no longer
 * @param upperMs a quarter took no less
 */
public record HandleTime(String section, int number, int lowerMs, int medianMs, int upperMs, Accuracy accuracy) {
    /**
     * How often a blind second judgement came to the same outcome.
     *
     * @param same of so many pairs
     */
    public record Accuracy(int same, int pairs) {}
}
