package org.moderationdesk.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.moderationdesk.decisions.Answer.NO;
import static org.moderationdesk.decisions.Answer.UNSURE;
import static org.moderationdesk.decisions.Answer.YES;
import static org.moderationdesk.decisions.Outcome.EXCEPTION;
import static org.moderationdesk.decisions.Outcome.NO_VIOLATION;
import static org.moderationdesk.decisions.Outcome.REMOVE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;

class AgreementsTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Agreements agreements = new Agreements(AgreementRules.USUAL);

    /** Removal against the rest: 30 both, 5 first only, 5 second only, 60 neither. Chance .35² + .65² = .545. */
    @Test
    void anOutcomeIsMeasuredAgainstAllOthersTogether() {
        var pairs = Pairs.table(new int[][] {{30, 3, 2}, {4, 20, 10}, {1, 10, 20}}, REMOVE, NO_VIOLATION, EXCEPTION);

        Agreement<Boolean> removal = agreements.byOutcome(pairs).get(REMOVE);

        assertThat(((Figure.Known) removal.raw()).value()).isEqualTo(0.9);
        assertThat(((Figure.Known) removal.kappa()).value()).isCloseTo((0.9 - 0.545) / 0.455, within(1e-9));
        assertThat(removal.prevalence()).containsEntry(true, 0.35);
    }

    @Test
    void twoPeopleAreOnePairWhoeverWasFirst() {
        var pairs = new ArrayList<>(Pairs.table(new int[][] {{12, 3}, {2, 8}}, REMOVE, NO_VIOLATION));
        pairs.addAll(pairs.stream().map(BlindPair::turned).toList());

        var byReviewers = agreements.byReviewers(pairs);

        assertThat(byReviewers).singleElement().satisfies(pair -> assertThat(List.of(pair.one(), pair.other()))
                .containsExactly("Milan", "Noor"));
        // Milan's removals are 14 of 25 and Noor's 15 of 25, in each half alike: chance (15·14 + 10·11) / 625.
        double chance = 320 / 625.0;
        assertThat(((Figure.Known) byReviewers.getFirst().agreement().kappa()).value())
                .isCloseTo((0.8 - chance) / (1 - chance), within(1e-9));
    }

    @Test
    void aClauseThatOnlyOneOfThemAnsweredIsNoPairOfIt() {
        BlindPair both = Pairs.answers(1, "5.3.1", YES, NO);
        var alone = new BlindPair(
                "d-2",
                "V-2",
                both.at(),
                both.section(),
                false,
                both.first(),
                new BlindPair.Side("Ilse", REMOVE, Map.of()));

        assertThat(agreements.byClause(List.of(both, alone)))
                .singleElement()
                .satisfies(clause -> assertThat(clause.disputed()).containsExactly("d-1"));
    }

    /** 5.3.1 differs in 15 of 50, 5.3.3 in 30 of 400, 5.3.2 in 2 of 3: the last is too small a number to come first. */
    @Test
    void clausesAreRankedByWhatSurelyDiffersAndNotBySmallNumbers() {
        List<BlindPair> pairs = new ArrayList<>();
        add(pairs, "5.3.1", 35, 15);
        add(pairs, "5.3.3", 370, 30);
        add(pairs, "5.3.2", 1, 2);
        add(pairs, "6.1.1", 80, 0);

        var unclear = agreements.unclear(pairs);

        assertThat(unclear).extracting(clause -> clause.clause().value()).containsExactly("5.3.1", "5.3.3", "5.3.2");
        assertThat(unclear.getFirst().surelyDiffers()).isBetween(0.15, 0.25);
        assertThat(unclear.getLast().agreement().raw()).isEqualTo(new Figure.Few(3));
    }

    @Test
    void theDisputedCasesOfAClauseAreNamedNewestFirst() {
        List<BlindPair> pairs = new ArrayList<>();
        add(pairs, "5.3.1", 2, 3);

        assertThat(agreements.unclear(pairs).getFirst().disputed()).containsExactly("d-4", "d-3", "d-2");
    }

    @Test
    void yesNoAndUnsureAreThreeAnswersOfAClause() {
        List<BlindPair> pairs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            pairs.add(Pairs.answers(i, "5.3.1", YES, i < 10 ? UNSURE : YES));
        }

        assertThat(agreements.byClause(pairs).getFirst().agreement().prevalence())
                .containsExactlyInAnyOrderEntriesOf(Map.of(YES, 50 / 60.0, UNSURE, 10 / 60.0));
    }

    /** Sunday 23:30 in Amsterdam is week 46, half an hour later is Monday of week 47, whatever UTC says. */
    @Test
    void weeksBeginOnMondayWhereTheDeskStands() {
        List<BlindPair> pairs = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Outcome outcome = i % 2 == 0 ? REMOVE : NO_VIOLATION;
            pairs.add(Pairs.whole(i, "3.2", Instant.parse("2026-11-15T22:30:00Z"), outcome, outcome));
        }
        pairs.add(Pairs.whole(99, "3.2", Instant.parse("2026-11-15T23:00:00Z"), REMOVE, REMOVE));

        var map = agreements.heatMap(pairs, List.of(3, 4), 2, LocalDate.of(2026, 11, 17), AMSTERDAM);

        assertThat(map.weeks()).containsExactly(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16));
        assertThat(map.rows().getFirst().kappas()).containsExactly(new Figure.Known(1, 1, 1, 25), new Figure.Few(1));
        assertThat(map.rows().getLast().kappas()).containsExactly(new Figure.Few(0), new Figure.Few(0));
    }

    @Test
    void onePersonIsNoPair() {
        var side = new BlindPair.Side("Noor", REMOVE, Map.of());
        BlindPair good = Pairs.outcomes(1, REMOVE, REMOVE);

        assertThatThrownBy(() -> new BlindPair("d-1", "V-1", good.at(), good.section(), false, side, side))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void add(List<BlindPair> pairs, String clause, int same, int differing) {
        for (int i = 0; i < same; i++) {
            Answer answer = i % 2 == 0 ? YES : NO;
            pairs.add(Pairs.answers(pairs.size(), clause, answer, answer));
        }
        for (int i = 0; i < differing; i++) {
            pairs.add(Pairs.answers(pairs.size(), clause, YES, NO));
        }
    }
}
