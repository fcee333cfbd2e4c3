package org.moderationdesk.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moderationdesk.decisions.Outcome.NO_VIOLATION;
import static org.moderationdesk.decisions.Outcome.REMOVE;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.junit.jupiter.api.Test;
import org.moderationdesk.decisions.Outcome;

/** Intervals, degenerate cases, and our own counting beside the library's. */
class IntervalTest {
    private final Agreements agreements = new Agreements(AgreementRules.USUAL);

    /** Index by index, each figure by the library: what the drawing of counts must come to. */
    @Test
    void theIntervalOfKappaIsThatOfPairsDrawnOneByOneAndMeasuredByTheLibrary() {
        var pairs = Pairs.table(new int[][] {{60, 15}, {10, 35}}, NO_VIOLATION, REMOVE);
        var random = new Random(3);
        double[] plain = IntStream.range(0, 2_000)
                .mapToDouble(_ -> {
                    var study = new CodingAnnotationStudy(2);
                    for (int i = 0; i < pairs.size(); i++) {
                        BlindPair pair = pairs.get(random.nextInt(pairs.size()));
                        study.addItem(pair.first().outcome(), pair.second().outcome());
                    }
                    return new CohenKappaAgreement(study).calculateAgreement();
                })
                .sorted()
                .toArray();

        var kappa = (Figure.Known) agreements.outcomes(pairs).kappa();

        assertThat(kappa.low()).isCloseTo(plain[50], within(0.02));
        assertThat(kappa.high()).isCloseTo(plain[1_950], within(0.02));
    }

    @Test
    void ourCountingOfResamplesIsTheLibrarysForAnyCounts() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            int[] cells = IntStream.range(0, 25).map(_ -> random.nextInt(9)).toArray();
            var study = new CodingAnnotationStudy(2);
            int[][] rows = new int[5][5];
            for (int cell = 0; cell < 25; cell++) {
                rows[cell / 5][cell % 5] = cells[cell];
                for (int i = 0; i < cells[cell]; i++) {
                    study.addItem(cell / 5, cell % 5);
                }
            }
            var pairs = Pairs.table(rows, Outcome.values());
            var table = PairTable.of(
                    pairs, List.of(Outcome.values()), pair -> pair.first().outcome(), pair -> pair.second()
                            .outcome());

            assertThat(table.kappa(cells)).isCloseTo(new CohenKappaAgreement(study).calculateAgreement(), within(1e-9));
            var units = UnitTable.of(Agreements.ratings(pairs), List.of(Outcome.values()));
            assertThat(units.alpha(units.counts()))
                    .isCloseTo(
                            new KrippendorffAlphaAgreement(study, new NominalDistanceFunction()).calculateAgreement(),
                            within(1e-9));
        }
    }

    @Test
    void theSamePairsAlwaysHaveTheSameInterval() {
        var pairs = Pairs.table(new int[][] {{60, 15}, {10, 35}}, NO_VIOLATION, REMOVE);

        assertThat(agreements.outcomes(pairs))
                .isEqualTo(new Agreements(AgreementRules.USUAL).outcomes(pairs.reversed()));
    }

    @Test
    void nineteenPairsAreFewAndTwentyAreEnough() {
        var twenty = Pairs.table(new int[][] {{9, 2}, {2, 7}}, NO_VIOLATION, REMOVE);

        assertThat(agreements.outcomes(twenty.subList(0, 19)).kappa()).isEqualTo(new Figure.Few(19));
        assertThat(agreements.outcomes(twenty).kappa()).isInstanceOf(Figure.Known.class);
        assertThat(agreements.outcomes(List.of()).alpha()).isEqualTo(new Figure.Few(0));
    }

    @Test
    void whereEverybodyChoseOneThingAgreementBeyondChanceIsNotDefined() {
        var agreement = agreements.outcomes(Pairs.table(new int[][] {{40, 0}, {0, 0}}, REMOVE, NO_VIOLATION));

        assertThat(agreement.kappa()).isEqualTo(new Figure.OneCategory(40));
        assertThat(agreement.alpha()).isEqualTo(new Figure.OneCategory(40));
        assertThat(agreement.raw()).isEqualTo(new Figure.Known(1, 1, 1, 40));
        assertThat(agreement.prevalence()).containsOnlyKeys(REMOVE).containsValue(1.0);
    }

    /** Drawn anew, about a third of the time the one other pair is missing: (39/40)^40 = 0.36. */
    @Test
    void oneOtherPairAmongFortyIsNotEnoughForAnInterval() {
        var agreement = agreements.outcomes(Pairs.table(new int[][] {{39, 0}, {0, 1}}, REMOVE, NO_VIOLATION));

        assertThat(agreement.kappa()).isEqualTo(new Figure.OneCategory(40));
    }

    /** 96 of 100 the same, yet kappa is low, since nearly everything is no violation: prevalence says why. */
    @Test
    void prevalenceStandsBesideAKappaThatItMakesLow() {
        var agreement = agreements.outcomes(Pairs.table(new int[][] {{94, 2}, {2, 2}}, NO_VIOLATION, REMOVE));

        // By chance .96·.96 + .04·.04 = .9232; kappa (.96 − .9232) / .0768 = .479.
        assertThat(((Figure.Known) agreement.kappa()).value()).isCloseTo(0.479, within(0.0005));
        assertThat(agreement.prevalence()).containsEntry(NO_VIOLATION, 0.96).containsEntry(REMOVE, 0.04);
    }

    /** By the library they would take eleven seconds each; alone on two cores these take 0.1 s. */
    @Test
    void aThousandResamplesOverTenThousandPairsDoNotTakeAThousandFigures() {
        var pairs = Pairs.table(new int[][] {{3_000, 400, 100}, {300, 2_900, 200}, {50, 50, 3_000}}, Outcome.values());
        Figure warm = agreements.outcomes(pairs).kappa();

        long began = System.nanoTime();
        var agreement = agreements.outcomes(pairs);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(agreement.kappa()).isEqualTo(warm);
        assertThat(Arrays.asList(agreement.raw(), agreement.alpha())).allMatch(Figure.Known.class::isInstance);
    }
}
