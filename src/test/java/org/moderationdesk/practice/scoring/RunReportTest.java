package org.moderationdesk.practice.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.decisions.Outcome.NO_VIOLATION;
import static org.moderationdesk.decisions.Outcome.REMOVE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.practice.Feedback;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.RunState;
import org.moderationdesk.practice.Score;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.scoring.Advice.Kind;
import org.moderationdesk.practice.scoring.Advice.Tip;
import org.moderationdesk.practice.scoring.RunReport.Tally;

class RunReportTest {
    private static final RunScorer SCORER = new RunScorer(new Rules(new BookReader().read("2020-12")));
    private static final RunReport WORKED = report(WorkedSet.answers(true));

    /**
     * By hand, of the forty answers of {@link WorkedSet}.
     *
     * <pre>
     * rules      1-11  6 each: 66; right 9 x 6 + 5 + 5                                  = 64
     *            12-18 2 each: 14; right 4 x 2 + 1 + 2 + 1                              = 12
     *            19-25 3 each: 21; right 5 x 3 + 2 + 2                                  = 19
     *            26-31 3 each: 18; right 18.  32-34 2 each: 6; right 6.  35-37: 3; right 3
     *            38-40 1 each: 3; right 3
     *            asked 66 + 14 + 21 + 18 + 6 + 3 + 3 = 131; right 64 + 12 + 19 + 18 + 6 + 3 + 3 = 125
     * exceptions 4 of the 7 of 12-18
     * evidence   26, 27 and 31 of 26-31: 3 of 6
     * </pre>
     */
    @Test
    void talliesAreThoseWorkedOutByHand() {
        assertThat(WORKED.rules()).isEqualTo(new Tally(125, 131));
        assertThat(WORKED.exceptions()).isEqualTo(new Tally(4, 7));
        assertThat(WORKED.evidence()).isEqualTo(new Tally(3, 6));
    }

    @Test
    void whatIsMissedCanBePractisedAgain() {
        assertThat(WORKED.missedIds())
                .containsExactly(
                        "P-10", "P-11", "P-16", "P-17", "P-18", "P-24", "P-25", "P-28", "P-29", "P-30", "P-34", "P-37");
        assertThat(WORKED.severe()).isEmpty();
    }

    /**
     * 3.2.1 is asked seven times, and 16 says no. 3.2.2 is asked seven times, and 18 says yes. 5.3.3 is asked 7 + 6 times;
     * 24 says no and 25 says yes where the key is unsure: both miss it.
     */
    @Test
    void everyClauseHasItsResult() {
        assertThat(clause("3.2.1")).isEqualTo(new ClauseResult(new ClauseCode("3.2.1"), 7, 6, 1, 0));
        assertThat(clause("3.2.2")).isEqualTo(new ClauseResult(new ClauseCode("3.2.2"), 7, 6, 0, 1));
        assertThat(clause("5.3.3")).isEqualTo(new ClauseResult(new ClauseCode("5.3.3"), 13, 11, 2, 0));
        assertThat(clause("6.1.1")).isEqualTo(new ClauseResult(new ClauseCode("6.1.1"), 11, 9, 0, 2));
        Reviewed beyond = WorkedSet.LIMITED.answered(1, WorkedSet.limited().yes("1.2.1"));
        assertThat(report(List.of(beyond)).clauses()).contains(new ClauseResult(new ClauseCode("1.2.1"), 0, 0, 0, 1));
    }

    /**
     * The answer at place n took n seconds. Of 1 to 40 the middle is between 20 and 21. Wrong are 10 11 16 17 18 24 25 28 29
     * 30 34 37: the middle is between 24 and 25. Right are 28 others: the 14th is 19, the 15th 20.
     */
    @Test
    void timesStandBesideHowManyWereRight() {
        assertThat(WORKED.pace())
                .isEqualTo(new Pace(40, 28, OptionalLong.of(20_500), OptionalLong.of(19_500), OptionalLong.of(24_500)));
        assertThat(report(List.of(WorkedSet.ALLOWED.answered(1, null))).pace())
                .isEqualTo(new Pace(0, 0, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()));
    }

    /** Of twelve missed, five are in 5.3 (24, 25, 28, 29, 30): the one pattern of at least two fifths. */
    @Test
    void patternsAreTold() {
        assertThat(Advice.of(WORKED)).containsExactly(new Tip(Kind.SECTION, List.of(5, 12, "5.3")));
    }

    @Test
    void exceptionsAreAPatternAsInThePicture() {
        List<Reviewed> seven = new ArrayList<>();
        WorkedSet.answers(true).stream()
                .filter(one ->
                        List.of(10, 11, 16, 17, 18, 24, 37).contains(one.item().position()))
                .forEach(seven::add);
        List<Tip> tips = Advice.of(report(seven));
        assertThat(tips).contains(new Tip(Kind.EXCEPTIONS, List.of(3, 7)));
        assertThat(tips.getFirst().words(new Texts(Language.EN)))
                .isEqualTo("3 of 7 misses are exceptions. Ask “is there a named setting?” before you answer Remove.");
        assertThat(tips.getFirst().words(new Texts(Language.NL))).startsWith("3 van de 7 missers zijn uitzonderingen.");
    }

    @Test
    void severeMistakesComeFirst() {
        List<Reviewed> answers = new ArrayList<>(WorkedSet.answers(true));
        answers.set(31, WorkedSet.REFERRED.answered(32, WorkedSet.material()));
        assertThat(Advice.of(report(answers)).getFirst()).isEqualTo(new Tip(Kind.MISSED_REFERRAL, List.of(1)));
        assertThat(report(answers).severe()).hasSize(1);
    }

    @Test
    void mildnessHasteAndWhatWasLeftAreTold() {
        Said nothing = Said.with(NO_VIOLATION).no("5.3.1", "5.3.2", "5.3.3");
        List<Reviewed> mild = List.of(
                WorkedSet.TIMED.answered(1, nothing),
                WorkedSet.TIMED.answered(2, nothing),
                WorkedSet.ALLOWED.answered(10, WorkedSet.nothing()),
                WorkedSet.ALLOWED.answered(20, WorkedSet.nothing()));
        // Wrong: 1 and 2 s, so 1.5, which rounds to 2; right: 10 and 20 s, so 15.
        assertThat(Advice.of(report(mild)))
                .containsExactly(new Tip(Kind.MILDER, List.of(2, 2)), new Tip(Kind.HASTE, List.of(2L, 15L)));
        RunReport left = RunReport.of(
                SCORER, ScoringRules.usual(), List.of(WorkedSet.ALLOWED.answered(1, WorkedSet.nothing())), 2);
        // One of three.
        assertThat(left.score().hundredths()).isEqualTo(3_333);
        assertThat(Advice.of(left)).containsExactly(new Tip(Kind.UNANSWERED, List.of(2, 2)));
    }

    @Test
    void strictnessEvidenceAndEscalationAreTold() {
        Said removal = Said.with(REMOVE).yes("6.1.1");
        assertThat(Advice.of(report(
                        List.of(WorkedSet.ALLOWED.answered(1, removal), WorkedSet.ALLOWED.answered(2, removal)))))
                .containsExactly(new Tip(Kind.STRICTER, List.of(2, 2)));
        assertThat(Advice.of(report(List.of(
                        WorkedSet.TIMED.answered(1, WorkedSet.stunt()),
                        WorkedSet.TIMED.answered(2, WorkedSet.stunt())))))
                .containsExactly(new Tip(Kind.EVIDENCE, List.of(2, 2)));
        assertThat(Advice.of(report(
                        List.of(WorkedSet.UNCLEAR.answered(1, removal), WorkedSet.UNCLEAR.answered(2, removal)))))
                .containsExactly(new Tip(Kind.NOT_ESCALATED, List.of(2, 2)));
    }

    @Test
    void nothingMissedAndNoPatternAreSaidAsWell() {
        Reviewed right = WorkedSet.ALLOWED.answered(1, WorkedSet.nothing());
        assertThat(Advice.of(report(List.of(right)))).containsExactly(new Tip(Kind.NOTHING_MISSED, List.of(1)));
        Reviewed wrong = WorkedSet.ALLOWED.answered(2, Said.with(REMOVE).yes("6.1.1"));
        assertThat(Advice.of(report(List.of(right, wrong)))).containsExactly(new Tip(Kind.NO_PATTERN, List.of(1)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyAdviceHasWordsWithNumbersInBothLanguages(Kind kind) {
        for (Language language : Language.values()) {
            String words = new Tip(kind, List.of(3, 7, "5.3")).words(new Texts(language));
            assertThat(words).contains("3").doesNotContain("{");
        }
    }

    /**
     * Fleur's first attempt beside the middle of 62.5 that three people make; of the second, which two made, none is told. A
     * run that goes on, and one through missed items, are no attempts at the set.
     */
    @Test
    void progressStandsBesideTheMiddleOfTheGroup() {
        Progress progress = Progress.of(
                "fleur",
                List.of(
                        run("fleur", 2, 7_500, null),
                        run("fleur", 1, 6_250, null),
                        run("sam", 1, 7_000, null),
                        run("ida", 1, 5_000, null),
                        run("ida", 2, 8_000, null),
                        run("fleur", 3, 10_000, "run-1"),
                        run("fleur", 4, -1, null)),
                Map.of(1, 6_250.0));
        assertThat(progress.points())
                .extracting(Progress.Point::attempt, Progress.Point::percent, Progress.Point::median)
                .containsExactly(tuple(1, 62.5, OptionalDouble.of(62.5)), tuple(2, 75.0, OptionalDouble.empty()));
    }

    private static ClauseResult clause(String code) {
        return WORKED.clauses().stream()
                .filter(one -> one.clause().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static RunReport report(List<Reviewed> answers) {
        return RunReport.of(SCORER, ScoringRules.usual(), answers, 0);
    }

    /** @param hundredths below 0 while it goes on */
    static Run run(String person, int attempt, int hundredths, @Nullable String missedOf) {
        boolean over = hundredths >= 0;
        Instant started = Instant.parse("2026-11-01T10:00:00Z").plusSeconds(604_800L * attempt);
        return new Run(
                person + attempt,
                null,
                "set",
                1,
                person,
                attempt,
                over ? RunState.FINISHED : RunState.RUNNING,
                0,
                missedOf,
                true,
                Feedback.AT_THE_END,
                started,
                over ? started.plusSeconds(4_920) : null,
                0,
                40,
                over ? 40 : 3,
                over ? new Score(hundredths, hundredths / 250, 40, 0, hundredths >= 8_000) : null);
    }
}
