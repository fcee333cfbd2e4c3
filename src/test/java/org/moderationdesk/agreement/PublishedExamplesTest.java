package org.moderationdesk.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moderationdesk.decisions.Outcome.EXCEPTION;
import static org.moderationdesk.decisions.Outcome.NO_VIOLATION;
import static org.moderationdesk.decisions.Outcome.REMOVE;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Figures as they are printed where the measures were proposed. */
class PublishedExamplesTest {
    private final Agreements agreements = new Agreements(new AgreementRules(2, 1_000, 1));

    /** J. Cohen, "A coefficient of agreement for nominal scales", 1960, table 2: 200 pairs, kappa .492. */
    @Test
    void kappaOfCohensTableOfTwoHundredIsWhatHePrints() {
        var pairs = Pairs.table(new int[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}, NO_VIOLATION, EXCEPTION, REMOVE);

        var agreement = agreements.outcomes(pairs);

        assertThat(value(agreement.kappa())).isCloseTo(0.492, within(0.0005));
        assertThat(value(agreement.raw())).isEqualTo(140 / 200.0);
        assertThat(agreement.differing()).isEqualTo(60);
    }

    /** The same, table 1 as shares of 100: observed .29, by chance .35, so kappa −.09: worse than chance. */
    @Test
    void kappaBelowWhatChanceGivesIsNegative() {
        var pairs = Pairs.table(new int[][] {{25, 13, 12}, {12, 2, 16}, {3, 15, 2}}, NO_VIOLATION, EXCEPTION, REMOVE);

        assertThat(value(agreements.outcomes(pairs).kappa())).isCloseTo(-0.09, within(0.005));
    }

    /** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, section A: Meg and Owen, alpha 0.095. */
    @Test
    void alphaOfTwoPeopleAndTwoCategoriesIsWhatKrippendorffPrints() {
        assertThat(alpha("0100000010", "1110010000")).isCloseTo(0.095, within(0.0005));
    }

    /** The same, section B: Ben and Gerry, five categories, alpha 0.692. */
    @Test
    void alphaOfTwoPeopleAndManyCategoriesIsWhatKrippendorffPrints() {
        assertThat(alpha("aabbdcccedda", "babbbccceddd")).isCloseTo(0.692, within(0.0005));
    }

    /** The same, section C: four people, twelve things, gaps, and one thing that a single person judged: alpha 0.743. */
    @Test
    void alphaOfFourPeopleWithGapsIsWhatKrippendorffPrints() {
        assertThat(alpha("123321412...", "1233224125.3", ".3332342251.", "12332441251."))
                .isCloseTo(0.743, within(0.0005));
    }

    private double alpha(String... lines) {
        return value(agreements.alpha(Pairs.ratings(lines), Pairs.letters(lines)));
    }

    private static double value(Figure figure) {
        return assertThat(figure)
                .asInstanceOf(InstanceOfAssertFactories.type(Figure.Known.class))
                .actual()
                .value();
    }
}
