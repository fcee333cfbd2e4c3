package org.moderationdesk.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {
    private static final int ROUNDS = 40_000;

    private final Draws draws = new Draws(new SplittableRandom(7));

    /** Mean n·p and variance n·p·(1 − p), on both sides of where the way of drawing changes and beyond one half. */
    @ParameterizedTest
    @CsvSource({"20, 0.02", "40, 0.2", "60, 0.25", "400, 0.03", "10000, 0.41", "500, 0.93", "30, 0.5"})
    void hitsAreSpreadAsTheirChanceSays(int tries, double chance) {
        int[] hits =
                IntStream.range(0, ROUNDS).map(_ -> draws.hits(tries, chance)).toArray();

        double mean = IntStream.of(hits).average().orElseThrow();
        double variance = IntStream.of(hits)
                .mapToDouble(one -> (one - mean) * (one - mean))
                .average()
                .orElseThrow();
        double expected = tries * chance * (1 - chance);
        assertThat(mean).isCloseTo(tries * chance, within(5 * Math.sqrt(expected / ROUNDS)));
        assertThat(variance).isCloseTo(expected, within(0.05 * expected));
    }

    /** 60 tries at a quarter: the chance of exactly 15 hits is 0.1181 (60!/(15!·45!)·0.25^15·0.75^45). */
    @Test
    void rejectionDrawsTheMostLikelyNumberAsOftenAsItsChance() {
        long fifteen = IntStream.range(0, ROUNDS)
                .filter(_ -> draws.hits(60, 0.25) == 15)
                .count();

        assertThat(fifteen / (double) ROUNDS).isCloseTo(0.1181, within(0.008));
    }

    @Test
    void asManyAreDrawnAsThereAreAndNoneOfAKindThatIsNotThere() {
        int[] counts = {700, 0, 40, 260, 0};
        int[] drawn = new int[5];

        for (int i = 0; i < 500; i++) {
            draws.resample(counts, 1_000, drawn);
            assertThat(IntStream.of(drawn).sum()).isEqualTo(1_000);
            assertThat(drawn[1] + drawn[4]).isZero();
        }
    }
}
