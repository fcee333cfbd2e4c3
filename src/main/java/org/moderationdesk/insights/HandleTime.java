package org.moderationdesk.insights;

import org.moderationdesk.agreement.AgreementRules;

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
    public record Accuracy(int same, int pairs) {
        Accuracy and(Accuracy other) {
            return new Accuracy(same + other.same, pairs + other.pairs);
        }

        /** Whether there are enough pairs to tell of a share. */
        public boolean isEnough() {
            return pairs >= AgreementRules.USUAL.least();
        }

        public double share() {
            return (double) same / pairs;
        }
    }
}
