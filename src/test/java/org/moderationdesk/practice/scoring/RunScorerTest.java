package org.moderationdesk.practice.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.moderationdesk.decisions.Outcome.ESCALATE;
import static org.moderationdesk.decisions.Outcome.EXCEPTION;
import static org.moderationdesk.decisions.Outcome.LIMIT_REACH;
import static org.moderationdesk.decisions.Outcome.NO_VIOLATION;
import static org.moderationdesk.decisions.Outcome.REMOVE;
import static org.moderationdesk.guidelines.ExceptionGround.ARTISTIC;
import static org.moderationdesk.guidelines.ExceptionGround.EDUCATIONAL;
import static org.moderationdesk.guidelines.ReferralTarget.EMERGENCY_SERVICES;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.practice.Field;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Score;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.scoring.Said.Keyed;

class RunScorerTest {
    /** Outcome 40, clauses 25, exception 10, referrals 10, evidence 10, account 5; passed from 80 %. */
    private static final ScoringRules USUAL = ScoringRules.usual();

    private static final RunScorer SCORER = new RunScorer(new Rules(new BookReader().read("2020-12")));

    /**
     * By hand. What an item is worth = the weights of what is right, divided by those of what counts.
     *
     * <pre>
     *  1- 9  no violation, said so                     9 x 65/65                        = 9
     * 10     said limit, 6.1.1 unsure (0 of 1 alike)   0/65                             = 0
     * 11     said remove, 6.1.1 yes (0 of 1)           0/65                             = 0
     * 12-15  carve-out, said so                        4 x 75/75                        = 4
     * 16     said no violation, 3.2.1 no               0/75                             = 0
     * 17     said remove, 3.2.1 yes (1 of 1)           25/75                            = 1/3
     * 18     said remove, 3.2.1 and 3.2.2 (1 of 2)     12.5/75                          = 1/6
     * 19-23  limit, 5.3.3 unsure, said so              5 x 65/65                        = 5
     * 24     said no violation, 5.3.3 no               0/65                             = 0
     * 25     said remove, yes for unsure (1/2 of 1)    12.5/65                          = 5/26
     * 26     2-6 s for 2-6 s: 4/4                      75/75                            = 1
     * 27     3-7 s for 2-6 s: 3/5, at least 1/2        75/75                            = 1
     * 28     5-9 s for 2-6 s: 1/7, of 1/2 is 2/7       (65 + 20/7)/75 = 475/525         = 19/21
     * 29     nothing marked: 0                         65/75                            = 13/15
     * 30     box: 0.08 of 0.24, 1/3, of 1/2 is 2/3     (65 + 20/3)/75 = 215/225         = 43/45
     * 31     letters 5-20 for 0-20: 15/20              75/75                            = 1
     * 32     NCMEC                                     75/75                            = 1
     * 33     NCMEC and judicial, also accepted         75/75                            = 1
     * 34     judicial alone: nearest NCMEC + j., 1/2   (65 + 5)/75                      = 14/15
     * 35     profile change                            70/70                            = 1
     * 36     ban, also accepted                        70/70                            = 1
     * 37     strike                                    65/70                            = 13/14
     * 38-40  escalate, said so                         3 x 65/65                        = 3
     *
     * whole: 9 + 4 + 5 + 3 + (26, 27, 31, 32, 33, 35, 36) 7                             = 28
     * parts: 1/3 + 1/6 = 1/2;  5/26;  19/21 + 13/15 + 43/45 + 14/15 + 13/14
     *        = (570 + 546 + 602 + 588 + 585)/630 = 2891/630 = 413/90
     * sum:   28 + 0.5 + 0.192307... + 4.588888... = 33.281196...
     * score: 33.281196... / 40 = 0.832029... = 83.20 %; 28 of 40 wholly right
     * </pre>
     */
    @Test
    void fortyAnswersComeToWhatWasWorkedOutByHand() {
        Score score = SCORER.score(USUAL, WorkedSet.answers(true));
        assertThat(score).isEqualTo(new Score(8_320, 28, 40, 0, true));
        assertThat(worth(10, 11, 16, 24)).containsOnly(0.0);
        assertThat(worth(17).getFirst()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(worth(18).getFirst()).isCloseTo(1.0 / 6, within(1e-9));
        assertThat(worth(25).getFirst()).isCloseTo(5.0 / 26, within(1e-9));
        assertThat(worth(28).getFirst()).isCloseTo(19.0 / 21, within(1e-9));
        assertThat(worth(29).getFirst()).isCloseTo(13.0 / 15, within(1e-9));
        assertThat(worth(30).getFirst()).isCloseTo(43.0 / 45, within(1e-9));
        assertThat(worth(34).getFirst()).isCloseTo(14.0 / 15, within(1e-9));
        assertThat(worth(37).getFirst()).isCloseTo(13.0 / 14, within(1e-9));
        assertThat(worth(26, 27, 31, 32, 33, 35, 36)).containsOnly(1.0);
    }

    /**
     * Were only the first answer accepted, 33 would be worth (65 + 10 x 1/2)/75 = 14/15, 34 65/75 = 13/15 and 36 65/70 =
     * 13/14: 1/15 + 1/15 + 1/14 less, 33.281196... - 0.204761... = 33.076434..., of 40 82.69 %, and 26 right.
     */
    @Test
    void withoutAlternativesItComesToLess() {
        assertThat(SCORER.score(USUAL, WorkedSet.answers(false))).isEqualTo(new Score(8_269, 26, 40, 0, true));
    }

    /**
     * With the outcome alone weighed, 33 of 40 are right: 9 + 4 + 5 + 12 + 3; 33/40 = 82.5 %. What is wholly right does not
     * hang on weights.
     */
    @Test
    void weightsAreThoseOfTheSet() {
        var outcomes = new ScoringRules(Map.of(Field.OUTCOME, 10), 83, true);
        assertThat(SCORER.score(outcomes, WorkedSet.answers(true))).isEqualTo(new Score(8_250, 28, 40, 0, false));
    }

    @Test
    void whatDoesNotCountIsLeftOut() {
        Said wrongPlace = WorkedSet.stunt().seen(8_000, 9_000);
        assertThat(of(WorkedSet.TIMED, wrongPlace).worth()).isCloseTo(65.0 / 75, within(1e-9));
        Keyed placeAside = new Keyed(EnumSet.of(Field.OUTCOME, Field.CLAUSES), WorkedSet.TIMED.accepted());
        assertThat(of(placeAside, wrongPlace).worth()).isEqualTo(1);
        assertThat(of(placeAside, wrongPlace).isRight()).isTrue();
    }

    @Test
    void anotherGroundIsHalfRight() {
        Said artistic = Said.with(EXCEPTION).yes("3.2.1").ground(ARTISTIC, null);
        assertThat(of(WorkedSet.MUSEUM, artistic).parts()).containsEntry(Field.EXCEPTION, 0.5);
        assertThat(of(WorkedSet.MUSEUM, artistic).isRight()).isFalse();
    }

    @Test
    void noAnswerIsWorthNothingAndNeverSevere() {
        List<Reviewed> one =
                List.of(WorkedSet.REFERRED.answered(1, null), WorkedSet.ALLOWED.answered(2, WorkedSet.nothing()));
        assertThat(SCORER.score(USUAL, one)).isEqualTo(new Score(5_000, 1, 2, 0, false));
        assertThat(SCORER.isRight(one.getFirst())).isFalse();
        // Two of three, 66.666... %, is rounded once.
        List<Reviewed> two = List.of(
                WorkedSet.ALLOWED.answered(1, WorkedSet.nothing()), WorkedSet.ALLOWED.answered(2, WorkedSet.nothing()));
        assertThat(SCORER.score(USUAL, two, 1)).isEqualTo(new Score(6_667, 2, 3, 0, false));
    }

    @Test
    void aMissedReferralInChapterEightFailsWhateverTheScore() {
        List<Reviewed> answers = new ArrayList<>(WorkedSet.answers(true));
        answers.set(31, WorkedSet.REFERRED.answered(32, WorkedSet.material()));
        // 32 falls from 1 to 65/75: 33.281196... - 2/15 = 33.147863..., of 40 82.87 %.
        assertThat(SCORER.score(USUAL, answers)).isEqualTo(new Score(8_287, 27, 40, 1, false));
        var lenient = new ScoringRules(USUAL.weights(), 80, false);
        assertThat(SCORER.score(lenient, answers).passed()).isTrue();
    }

    @Test
    void aReferralToSomebodyElseOrAnEscalationMissesNoReferral() {
        assertThat(of(WorkedSet.REFERRED, WorkedSet.material().refer(EMERGENCY_SERVICES))
                        .severe())
                .isEmpty();
        assertThat(of(WorkedSet.REFERRED, Said.with(ESCALATE).yes("8.1.1")).severe())
                .isEmpty();
        assertThat(of(WorkedSet.REFERRED, Said.with(NO_VIOLATION).no("8.1.1")).severe())
                .containsExactly(Severe.MISSED_REFERRAL);
    }

    @Test
    void whereAnAnswerWithoutAReferralIsAcceptedNoneIsMissed() {
        Keyed either = Keyed.of(
                Set.of(Field.REFERRALS),
                WorkedSet.material().refer(EMERGENCY_SERVICES),
                Said.with(REMOVE).yes("8.5.1"));
        assertThat(of(either, Said.with(REMOVE).yes("8.5.1")).severe()).isEmpty();
        Keyed elsewhere =
                Keyed.of(Set.of(Field.REFERRALS), Said.with(REMOVE).yes("5.1.1").refer(EMERGENCY_SERVICES));
        assertThat(of(elsewhere, Said.with(REMOVE).yes("5.1.1")).severe()).isEmpty();
    }

    @Test
    void anExceptionWhereNoneMayBeIsSevere() {
        // Over a clause of another section, for over 8.1 the rules themselves refuse it.
        Said educational = Said.with(EXCEPTION).yes("7.2.1").ground(EDUCATIONAL, null);
        assertThat(of(WorkedSet.REFERRED, educational).severe())
                .containsExactlyInAnyOrder(Severe.REFUSED_EXCEPTION, Severe.MISSED_REFERRAL);
        Keyed imagery = Keyed.of(Set.of(), Said.with(REMOVE).yes("5.2.1"));
        assertThat(of(imagery, Said.with(EXCEPTION).yes("5.2.2").ground(EDUCATIONAL, null))
                        .severe())
                .containsExactly(Severe.REFUSED_EXCEPTION);
        assertThat(of(WorkedSet.TIMED, educational).severe()).isEmpty();
        assertThat(of(WorkedSet.MUSEUM, educational).severe()).isEmpty();
    }

    @Test
    void nothingToScoreIsNotPassed() {
        assertThat(SCORER.score(USUAL, List.of())).isEqualTo(new Score(0, 0, 0, 0, false));
        assertThat(SCORER.score(new ScoringRules(Map.of(), 0, true), WorkedSet.answers(true)))
                .isEqualTo(new Score(0, 28, 40, 0, true));
    }

    @Test
    void halvesAreRoundedUpAndCrumbsAreNotCounted() {
        assertThat(RunScorer.hundredths(0.83205)).isEqualTo(8_321);
        assertThat(RunScorer.hundredths(0.832049)).isEqualTo(8_320);
        assertThat(RunScorer.hundredths(1 - 1e-15)).isEqualTo(10_000);
    }

    @Test
    void theConfusionIsThatOfThePicture() {
        Confusion confusion =
                RunReport.of(SCORER, USUAL, WorkedSet.answers(true), 0).confusion();
        assertThat(confusion.row(NO_VIOLATION)).containsExactly(9, 0, 1, 1, 0);
        assertThat(confusion.row(EXCEPTION)).containsExactly(1, 4, 0, 2, 0);
        assertThat(confusion.row(LIMIT_REACH)).containsExactly(1, 0, 5, 1, 0);
        assertThat(confusion.row(REMOVE)).containsExactly(0, 0, 0, 12, 0);
        assertThat(confusion.row(ESCALATE)).containsExactly(0, 0, 0, 0, 3);
        assertThat(confusion.total()).isEqualTo(40);
    }

    @Test
    void anAcceptedAlternativeIsNoConfusion() {
        Keyed either =
                Keyed.of(Set.of(), WorkedSet.nothing(), Said.with(LIMIT_REACH).unsure("6.1.1"));
        Reviewed answered = either.answered(1, Said.with(LIMIT_REACH).unsure("6.1.1"));
        Confusion confusion = RunReport.of(SCORER, USUAL, List.of(answered, either.answered(2, null)), 0)
                .confusion();
        assertThat(confusion.row(LIMIT_REACH)).containsExactly(0, 0, 1, 0, 0);
        assertThat(confusion.total()).isEqualTo(1);
    }

    @Test
    void aMissIsToldBesideWhatTheKeyStandsFor() {
        // Removing comes nearer to the second, as neither excuses; but the key stands for the first.
        Keyed either = Keyed.of(
                Set.of(Field.EXCEPTION),
                WorkedSet.museum(),
                Said.with(NO_VIOLATION).no("3.2.1"));
        ItemScore missed = of(either, Said.with(REMOVE).yes("3.2.2"));
        assertThat(missed.against().outcome()).isEqualTo(NO_VIOLATION);
        assertThat(missed.expected()).isEqualTo(EXCEPTION);
    }

    private static ItemScore of(Keyed key, @Nullable Said answer) {
        return SCORER.of(USUAL, key.answered(1, answer));
    }

    private static List<Double> worth(int... places) {
        List<Reviewed> all = WorkedSet.answers(true);
        List<Double> worth = new ArrayList<>();
        for (int place : places) {
            worth.add(SCORER.of(USUAL, all.get(place - 1)).worth());
        }
        return worth;
    }
}
