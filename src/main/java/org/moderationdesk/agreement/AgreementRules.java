package org.moderationdesk.agreement;

/**
 * How figures are made.
 *
 * @param least no figure rests on fewer pairs
 * @param resamples how often the pairs are drawn anew for an interval
 * @param seed same pairs and same seed, same interval
 */
public record AgreementRules(int least, int resamples, long seed) {
    public static final AgreementRules USUAL = new AgreementRules(20, 1_000, 20_201_218);

    public AgreementRules {
        if (least < 2 || resamples < 100) {
            throw new IllegalArgumentException("too few: %d pairs, %d resamples".formatted(least, resamples));
        }
    }
}
