package org.moderationdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.queue.Except;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.BreakFirst;

@OnBothStores
class SecondReviewTest {
    private final TestClock clock = new TestClock();
    private QualityDesk desk;
    private String decision;

    @BeforeEach
    void open() {
        desk = new QualityDesk(clock);
        decision = desk.decided(ANNA, "5.3", strike("v1"));
        clock.advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        assertThat(desk.desk().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void theFirstPersonIsNotOfferedTheirOwnDecision() {
        ask();

        assertThat(desk.seconds().waiting(ANNA)).isEmpty();
        assertThat(desk.seconds().takeNext(ANNA)).isEmpty();
        assertThat(desk.seconds().waiting(BRAM)).hasSize(1);
    }

    @Test
    void theSecondPersonFindsTheCaseAsTheFirstOneDid() {
        ask();

        Opened opened = desk.seconds().takeNext(BRAM).orElseThrow();

        assertThat(opened.earlier()).isEmpty();
        assertThat(opened.draft()).isEqualTo(Proposal.empty("v1"));
        assertThat(opened.facts().activeStrikes()).isZero();
        assertThat(opened.facts().reports()).hasSize(1);
        assertThat(opened.row().closedAt()).isNull();
        assertThat(opened.toString().replaceAll("Allowed\\[.*?\\]\\]", ""))
                .doesNotContain("anna", "REMOVE", "STRIKE", decision);
    }

    @Test
    void whatTheDeskElseTellsOfThatItemIsHiddenWhileTheReviewIsHeldAndNoLonger() {
        ask();
        assertThat(desk.desk().decisions().find(BRAM, decision)).isPresent();
        Opened opened = desk.seconds().takeNext(BRAM).orElseThrow();

        assertThat(desk.desk().decisions().find(BRAM, decision)).isEmpty();
        assertThat(desk.desk().decisions().ofItem(BRAM, "v1")).isEmpty();
        assertThat(desk.desk().queue().latest(BRAM, "v1")).isEmpty();
        assertThat(desk.desk().queue().row(BRAM, opened.row().id())).isEmpty();
        assertThat(desk.desk().queue().isHidden(BRAM, "v1")).isTrue();
        assertThat(desk.desk().review().look("v1", BRAM)).isEmpty();
        assertThat(desk.states().of(BRAM, List.of(decision))).isEmpty();

        desk.desk().flag("v2", "5.3");
        assertThat(strikesThrough("v2"))
                .as("the strike of the first decision, through another item of the account")
                .isZero();

        desk.seconds().release(opened);
        assertThat(desk.desk().decisions().find(BRAM, decision)).isPresent();
        assertThat(strikesThrough("v2")).isEqualTo(1);
        assertThat(desk.seconds().waiting(BRAM))
                .as("who gave it back could look it up since")
                .isEmpty();
    }

    private int strikesThrough(String item) {
        return desk.desk().review().look(item, BRAM).orElseThrow().facts().activeStrikes();
    }

    @Test
    void whoHasSeenTheCaseSinceIsNotOfferedIt() {
        ask();
        assertThat(desk.desk().review().look("v1", BRAM)).isPresent();

        assertThat(desk.seconds().waiting(BRAM)).isEmpty();
        assertThat(desk.seconds().waiting(LARS)).hasSize(1);
    }

    @Test
    void whoGaveItBackIsOfferedItAgainOnceNobodyElseIsLeftOrItsDayIsOver() {
        ask();
        giveBack(BRAM);
        assertThat(desk.seconds().waiting(BRAM)).as("others can").isEmpty();
        clock.advance(Duration.ofDays(5));
        assertThat(desk.seconds().waiting(BRAM))
                .as("its day is over")
                .singleElement()
                .satisfies(one -> assertThat(one.again()).isTrue());
        clock.advance(Duration.ofDays(-5));

        assertThat(desk.desk().review().look("v1", RUTH)).isPresent();
        assertThat(desk.seconds().waiting(BRAM)).as("one is left").isEmpty();
        giveBack(LARS);

        assertThat(desk.seconds().waiting(RUTH)).as("shown it meanwhile").isEmpty();
        assertThat(desk.seconds().waiting(LARS)).hasSize(1);
        assertThat(desk.seconds().takeNext(BRAM)).isPresent();
    }

    @Test
    void whoLookedAtTheDecisionAfterGivingItBackIsNotOfferedItAgain() {
        ask();
        giveBack(BRAM);
        clock.advance(Duration.ofDays(5));
        assertThat(desk.desk().review().look("v1", BRAM)).isPresent();

        assertThat(desk.seconds().waiting(BRAM)).isEmpty();
    }

    /** After looking at its content, which is no look at what was decided. */
    private void giveBack(Person person) {
        Opened opened = desk.seconds().takeNext(person).orElseThrow();
        desk.seconds().looks().record(opened, new Look(0, LookForm.GREY, 1_500, null));
        desk.seconds().release(opened);
    }

    @Test
    void theBreakAndWhatOneIsNotOfferedHoldForSecondReviewsToo() {
        ask();
        desk.desk().wellbeing().offerNot(BRAM, new Except(Set.of(), Set.of("5.3")));
        assertThat(desk.seconds().takeNext(BRAM)).isEmpty();
        desk.desk().wellbeing().offerNot(BRAM, Except.nothing());
        desk.exhaust(BRAM);

        assertThatThrownBy(() -> desk.seconds().takeNext(BRAM)).isInstanceOf(BreakFirst.class);

        assertThat(desk.seconds().held(BRAM)).isEmpty();
        String rest = desk.desk().wellbeing().startBreak(BRAM);
        clock.advance(Duration.ofMinutes(15));
        desk.desk().wellbeing().endBreak(BRAM, rest);
        assertThat(desk.seconds().takeNext(BRAM)).as("after the break").isPresent();
    }

    @Test
    void whoHoldsACaseTakesNoSecondReviewBesideIt() {
        ask();
        desk.desk().flag("v9", "5.3");
        Opened held = desk.desk().open("v9", BRAM);
        assertThat(held.claim()).isNotNull();

        assertThatThrownBy(() -> desk.seconds().takeNext(BRAM))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.HOLDS_ANOTHER));
    }

    @Test
    void theRulesHoldForTheSecondAnswerToo() {
        ask();
        Opened opened = desk.seconds().takeNext(BRAM).orElseThrow();

        assertThatThrownBy(() -> desk.seconds()
                        .submit(opened, Proposed.of("v1", "\"outcome\":\"REMOVE\",\"rationale\":\"it has to go\""), 1))
                .isInstanceOf(DecisionRefused.class);
        assertThat(desk.seconds().held(BRAM)).isPresent();
    }

    @Test
    void theSameJudgementAgreesAndChangesNothing() {
        String review = desk.second(decision, BRAM, strike("v1"));

        assertThat(review).isNotEmpty();
        assertThat(desk.states().of(LARS, List.of(decision))).containsEntry(decision, QualityState.AGREED);
        assertThat(desk.differences().open(LARS)).isEmpty();
        assertThat(desk.desk().decisions().ofItem("v1")).hasSize(1);
    }

    @Test
    void anotherJudgementDiffersAndSaysInWhatAndNotWhose() {
        String review = desk.second(decision, BRAM, nothing("v1"));

        assertThat(desk.differences().open(LARS)).singleElement().satisfies(found -> {
            assertThat(found.reviewId()).isEqualTo(review);
            assertThat(found.fields()).containsExactlyInAnyOrder("OUTCOME", "ANSWERS", "ACCOUNT");
            assertThat(found.toString()).doesNotContain("anna", "bram");
        });
    }

    @Test
    void takingTheSecondReplacesTheFirstWithdrawsTheStrikeAndBringsTheContentBack() {
        String review = desk.second(decision, BRAM, nothing("v1"));
        assertThat(strikes()).isEqualTo(1);

        var taken = desk.differences()
                .resolve(LARS, review, Verdict.OVERTURNED, "look at the setting")
                .orElseThrow();

        assertThat(strikes()).isZero();
        assertThat(desk.desk().decisions().find(decision).orElseThrow().state()).isEqualTo(DecisionState.REPLACED);
        assertThat(desk.desk().decisions().find(taken.decisionId())).hasValueSatisfying(line -> {
            assertThat(line.replaces()).isEqualTo(decision);
            assertThat(line.person()).isEqualTo("lars");
            assertThat(line.outcome()).isEqualTo(Outcome.NO_VIOLATION);
        });
        assertThat(desk.states().of(LARS, List.of(decision))).containsEntry(decision, QualityState.OVERTURNED);
        assertThat(desk.measures("IN_EFFECT")).isZero();
        assertThat(desk.measures("REVERSED")).isEqualTo(2);
        assertThat(urgency(taken.decisionId()))
                .as("the case is as old and as grave as it was, and was due when it was")
                .isEqualTo(urgency(decision));
    }

    private List<Object> urgency(String id) {
        return desk.desk().store().read(handle -> handle.createQuery(
                        "select severity, opened_at, due_at from decision_fact where decision_id = :id")
                .bind("id", id)
                .map((row, _) ->
                        List.<Object>of(row.getInt("severity"), row.getLong("opened_at"), row.getLong("due_at")))
                .one());
    }

    @Test
    void aBanThatIsTakenWaitsForASecondPerson() {
        String review = desk.second(decision, BRAM, Proposed.ban("v1"));

        assertThat(desk.differences().resolve(LARS, review, Verdict.OVERTURNED, ""))
                .hasValueSatisfying(made -> assertThat(made.state()).isEqualTo(DecisionState.AWAITING_SECOND));
    }

    @Test
    void keepingTheFirstLeavesItAndWhatIsResolvedIsNotResolvedTwice() {
        String review = desk.second(decision, BRAM, nothing("v1"));

        assertThat(desk.differences().resolve(LARS, review, Verdict.KEPT, "")).isEmpty();

        assertThat(desk.states().of(LARS, List.of(decision))).containsEntry(decision, QualityState.KEPT);
        assertThat(strikes()).isEqualTo(1);
        assertThatThrownBy(() -> desk.differences().resolve(LARS, review, Verdict.OVERTURNED, ""))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.NOTHING_TO_RESOLVE));
    }

    @Test
    void whatWasKeptOrSentToCalibrationIsTakenBackByAnEntryWithinTheUndoWindow() {
        String review = desk.second(decision, BRAM, nothing("v1"));
        desk.differences().resolve(LARS, review, Verdict.CALIBRATION, "");
        desk.differences().resolve(LARS, review, Verdict.KEPT, "as it was");
        assertThat(desk.replies().find(ANNA, review)).isPresent();
        clock.advance(Duration.ofSeconds(29));
        assertNotUndone(RUTH, review);

        desk.differences().undo(LARS, review);

        assertThat(desk.differences().inCalibration(LARS)).as("where it was").hasSize(1);
        assertThat(desk.replies().find(ANNA, review)).isEmpty();
        assertThat(desk.state(LARS, decision)).isEqualTo(QualityState.CALIBRATION);
        assertNotUndone(LARS, review);
        desk.differences().resolve(LARS, review, Verdict.KEPT, "");
        clock.advance(Duration.ofSeconds(30));
        assertNotUndone(LARS, review);
    }

    @Test
    void whatWasUndoneWaitsAsBeforeAndTakingTheSecondIsFinal() {
        String review = desk.second(decision, BRAM, nothing("v1"));
        desk.differences().resolve(LARS, review, Verdict.KEPT, "");
        desk.differences().undo(LARS, review);

        assertThat(desk.differences().open(LARS)).hasSize(1);
        assertThat(desk.state(LARS, decision)).isEqualTo(QualityState.DIFFERS);
        desk.differences().resolve(LARS, review, Verdict.OVERTURNED, "");
        assertNotUndone(LARS, review);
        assertThat(strikes()).isZero();
    }

    private void assertNotUndone(Person lead, String review) {
        assertThatThrownBy(() -> desk.differences().undo(lead, review))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.NOT_UNDONE));
    }

    @Test
    void teamCalibrationPutsItOnTheListFromWhichItIsResolvedLater() {
        String review = desk.second(decision, BRAM, nothing("v1"));

        assertThat(desk.differences().resolve(LARS, review, Verdict.CALIBRATION, ""))
                .isEmpty();

        assertThat(new Calibrating(desk.desk().store()).waiting(LARS))
                .extracting(Disputed::decisionId)
                .containsExactly(decision);
        assertThat(desk.differences().resolve(LARS, review, Verdict.OVERTURNED, ""))
                .isPresent();
        assertThat(new Calibrating(desk.desk().store()).waiting(LARS)).isEmpty();
    }

    @Test
    void whoMadeOneOfTheTwoLeavesItToAnotherWhoCan() {
        String review = desk.second(decision, LARS, nothing("v1"));

        assertThatThrownBy(() -> desk.differences().resolve(LARS, review, Verdict.KEPT, ""))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.SOMEBODY_ELSE_CAN));
        assertThat(desk.differences().resolve(RUTH, review, Verdict.KEPT, "")).isEmpty();
    }

    @Test
    void aPairIsToldOnceItIsCompared() {
        assertThat(new BlindPairs(desk.desk().store()).between(LARS, Instant.EPOCH, clock.instant()))
                .isEmpty();
        String review = desk.second(decision, BRAM, nothing("v1"));
        assertThat(review).isNotEmpty();

        assertThat(new BlindPairs(desk.desk().store())
                        .between(LARS, Instant.EPOCH, clock.instant().plusSeconds(1)))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.first().reviewer()).isEqualTo("anna");
                    assertThat(pair.second().reviewer()).isEqualTo("bram");
                    assertThat(pair.first().answers()).hasSize(1);
                })
                .extracting(BlindPair::sameOutcome)
                .isEqualTo(false);
    }

    @Test
    void whoAnswersWhatTheyGaveBackBeforeMakesNoPairAndSomebodyElseDoes() {
        ask();
        giveBack(BRAM);
        clock.advance(Duration.ofDays(5));
        desk.seconds().submit(desk.seconds().takeNext(BRAM).orElseThrow(), nothing("v1"), 30_000);
        assertThat(pairs()).as("could look the first answer up meanwhile").isEmpty();

        decision = desk.decided(ANNA, "5.3", strike("v3"));
        clock.advance(Duration.ofMinutes(5));
        ask();
        giveBack(BRAM);
        desk.seconds().submit(desk.seconds().takeNext(LARS).orElseThrow(), nothing("v3"), 30_000);
        assertThat(pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.second().reviewer()).isEqualTo("lars"));
    }

    private List<BlindPair> pairs() {
        return new BlindPairs(desk.desk().store())
                .between(RUTH, Instant.EPOCH, clock.instant().plusSeconds(1));
    }

    private void ask() {
        assertThat(desk.requests().ask(LARS, decision, "for the trial", 5)).isNotEmpty();
    }

    private int strikes() {
        return desk.desk().decisions().activeStrikes(RUTH, "u-1", null, clock.instant());
    }

    private static Proposal strike(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"STRIKE"},
            "rationale":"a knife is tossed and caught"
            """);
    }

    private static Proposal nothing(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION",
            "rationale":"a juggling lesson with wooden props"
            """);
    }
}
