package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.AccountMeasure.Type.BAN;
import static org.moderationdesk.decisions.AccountMeasure.Type.DEVICE_BAN;
import static org.moderationdesk.decisions.AccountMeasure.Type.STRIKE;
import static org.moderationdesk.decisions.AccountMeasure.Type.SUSPEND;
import static org.moderationdesk.decisions.AccountMeasure.Type.WARNING;
import static org.moderationdesk.decisions.Cases.NOW;
import static org.moderationdesk.decisions.Cases.keys;
import static org.moderationdesk.decisions.Cases.kind;
import static org.moderationdesk.decisions.Cases.report;
import static org.moderationdesk.decisions.Cases.rules;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.Draft.REASON;
import static org.moderationdesk.decisions.Draft.carveOut;
import static org.moderationdesk.decisions.Draft.escalate;
import static org.moderationdesk.decisions.Draft.exception;
import static org.moderationdesk.decisions.Draft.limit;
import static org.moderationdesk.decisions.Draft.noViolation;
import static org.moderationdesk.decisions.Draft.remove;
import static org.moderationdesk.guidelines.ReferralTarget.JUDICIAL_AUTHORITY;
import static org.moderationdesk.guidelines.ReferralTarget.NCMEC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.items.ItemKind;

/** D1 to D4, D6, D7 and D14: what an outcome needs. */
final class OutcomeRulesTest {
    private static final String NINETEEN = "1234567890123456789";
    private static final String TWENTY = NINETEEN + "0";

    @Test
    void aRemovalWithABrokenClauseIsAccepted() {
        assertThat(rules(remove("5.3.1"), video())).isEmpty();
    }

    @Test
    void aRemovalWithoutABrokenClauseIsRefused() {
        assertThat(rules(remove().answer(Answer.UNSURE, "5.3.1"), video())).containsExactly("D1");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CARVE_OUT")
    void anExceptionOnEachGeneralGroundIsAccepted(ExceptionGround ground) {
        assertThat(rules(exception(ground, "5.3.1"), video())).isEmpty();
    }

    @Test
    void anExceptionWithoutABrokenClauseIsRefused() {
        assertThat(keys(exception(ExceptionGround.SATIRE), video())).containsExactly("exception-without-clause");
    }

    @Test
    void anExceptionWithoutAGroundIsRefused() {
        assertThat(rules(exception(ExceptionGround.SATIRE, "5.3.1").excuse(null, null, REASON), video()))
                .containsExactly("D2");
        assertThat(keys(exception(ExceptionGround.SATIRE, "5.3.1").withoutException(), video()))
                .containsExactly("exception-without-ground", "exception-without-why");
    }

    @Test
    void theReasonOfAnExceptionHasTwentyCharactersAtLeast() {
        Draft draft = exception(ExceptionGround.SATIRE, "5.3.1");

        assertThat(keys(draft.excuse(ExceptionGround.SATIRE, null, null), video()))
                .containsExactly("exception-without-why");
        assertThat(keys(draft.excuse(ExceptionGround.SATIRE, null, "  " + NINETEEN + "\n "), video()))
                .containsExactly("exception-without-why");
        assertThat(rules(draft.excuse(ExceptionGround.SATIRE, null, " " + TWENTY), video()))
                .isEmpty();
    }

    @Test
    void charactersAreCountedAsUnicodeCodePoints() {
        assertThat(rules(exception(ExceptionGround.SATIRE, "5.3.1").rationale("🔪".repeat(19)), video()))
                .containsExactly("D6");
        assertThat(rules(exception(ExceptionGround.SATIRE, "5.3.1").rationale("🔪".repeat(20)), video()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"REMOVE", "ESCALATE"})
    void anExceptionWithAnotherOutcomeIsRefused(Outcome outcome) {
        Draft draft = new Draft(outcome).yes("5.3.1").escalateTo("legal");

        assertThat(rules(draft, video())).isEmpty();
        assertThat(rules(draft.excuse(ExceptionGround.SATIRE, null, REASON), video()))
                .containsExactly("D2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.1.1", "8.2.3", "8.3.10"})
    void whatBreaksTheRulesOnMinorsIsNeverExcusedLimitedOrPassed(String clause) {
        assertThat(rules(exception(ExceptionGround.DOCUMENTARY, clause), video()))
                .containsExactly("D3");
        assertThat(rules(limit(ReachLimit.Reason.UNDER_REVIEW, clause), video()))
                .containsExactly("D3");
        assertThat(rules(noViolation().yes(clause), video())).containsExactly("D3", "D4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0.1", "8.4.1", "8.5.1", "8.6.1"})
    void theOtherSectionsOnMinorsAskForNoReferral(String clause) {
        assertThat(rules(remove(clause), video())).isEmpty();
    }

    @Test
    void aRemovalOnMinorsIsReferredOrSaysWhyNot() {
        assertThat(keys(remove("8.1.1"), video())).containsExactly("minors-not-referred");
        assertThat(rules(remove("8.1.1").refer(NCMEC, null), video())).isEmpty();
        assertThat(rules(remove("8.1.1").refer(JUDICIAL_AUTHORITY, " "), video()))
                .containsExactly("D3");
        assertThat(rules(remove("8.1.1").refer(JUDICIAL_AUTHORITY, "they asked"), video()))
                .isEmpty();
        assertThat(rules(remove("8.1.1").noReferral(TWENTY), video())).isEmpty();
        assertThat(keys(remove("8.1.1").noReferral(NINETEEN), video())).containsExactly("no-referral-short");
        assertThat(rules(
                        remove("8.1.1").emergency(org.moderationdesk.guidelines.ReferralTarget.EMERGENCY_SERVICES),
                        video()))
                .containsExactly("D3");
    }

    @Test
    void anEscalationOnMinorsNeedsNoReferral() {
        assertThat(rules(escalate("8.1.1"), video())).isEmpty();
    }

    @Test
    void noViolationIsRefusedWhileAClauseIsBroken() {
        assertThat(keys(noViolation().yes("5.3.1"), video())).containsExactly("no-violation-with-yes");
    }

    @Test
    void noViolationIsRefusedWhileASectionThatAReportNamesIsUnanswered() {
        assertThat(rules(noViolation("5.3.1", "5.3.2"), video(report("r", "5.3"))))
                .containsExactly("D4");
        assertThat(rules(noViolation("5.3.1", "5.3.2", "5.3.3"), video(report("r", "5.3"))))
                .isEmpty();
    }

    @Test
    void aReportThatNamesAClauseNamesItsSection() {
        assertThat(rules(noViolation("5.3.3"), video(report("r", "5.3.3")))).containsExactly("D4");
    }

    @Test
    void aClauseWithPartsIsAnsweredByItsParts() {
        assertThat(rules(
                        noViolation("2.1.1a", "2.1.1b", "2.1.1c", "2.1.1d", "2.1.1e", "2.1.2"),
                        video(report("r", "2.1"))))
                .isEmpty();
        assertThat(rules(noViolation("2.1.1a", "2.1.1b", "2.1.1c", "2.1.1d", "2.1.2"), video(report("r", "2.1"))))
                .containsExactly("D4");
    }

    @Test
    void unknownCodesOfReportsAskForNoAnswer() {
        assertThat(rules(noViolation(), video(report("r", "99.1", "something"))))
                .isEmpty();
    }

    @Test
    void doubtIsAnAnswerExceptAboutMinors() {
        assertThat(rules(noViolation("5.3.1", "5.3.2").answer(Answer.UNSURE, "5.3.3"), video(report("r", "5.3"))))
                .isEmpty();
        assertThat(keys(noViolation().answer(Answer.UNSURE, "8.2.1"), video())).containsExactly("unsure-about-minors");
        assertThat(rules(noViolation().answer(Answer.UNSURE, "8.4.1"), video())).isEmpty();
    }

    @Test
    void contentThatStaysCostsItsAuthorNothing() {
        assertThat(rules(noViolation().account(WARNING), video())).containsExactly("D4");
        assertThat(rules(exception(ExceptionGround.SATIRE, "5.3.1").account(STRIKE), video()))
                .containsExactly("D4");
        assertThat(rules(limit(ReachLimit.Reason.UPSETTING).account(WARNING), video()))
                .isEmpty();
    }

    @Test
    void exceptionsAndEscalationsNeedARationale() {
        assertThat(rules(exception(ExceptionGround.SATIRE, "5.3.1").rationale(null), video()))
                .containsExactly("D6");
        assertThat(rules(escalate("5.3.1").rationale(NINETEEN), video())).containsExactly("D6");
        assertThat(rules(escalate("5.3.1").rationale(TWENTY), video())).isEmpty();
    }

    @Test
    void graveAccountMeasuresNeedARationale() {
        assertThat(rules(remove("5.3.1").account(SUSPEND, NOW.plusSeconds(60)).rationale("short"), video()))
                .containsExactly("D6");
        assertThat(rules(remove("5.3.1").account(BAN).rationale("short"), video()))
                .containsExactly("D6");
        assertThat(rules(remove("5.3.1").account(DEVICE_BAN).rationale("short"), video()))
                .containsExactly("D6");
        assertThat(rules(remove("5.3.1").account(STRIKE).rationale(null), video()))
                .isEmpty();
    }

    @Test
    void anyReferralNeedsARationale() {
        assertThat(rules(remove("8.1.1").refer(NCMEC, null).rationale(""), video()))
                .containsExactly("D6");
    }

    @Test
    void anOutcomeThatDepartsFromTheChecklistNeedsARationale() {
        assertThat(keys(limit(ReachLimit.Reason.UNDER_REVIEW, "5.3.1").rationale(null), video()))
                .containsExactly("rationale");
        assertThat(rules(noViolation().answer(Answer.UNSURE, "5.3.1").rationale(null), video()))
                .containsExactly("D6");
        assertThat(rules(limit(ReachLimit.Reason.UPSETTING).rationale(null), video()))
                .containsExactly("D6");
    }

    @Test
    void anOutcomeThatFollowsTheChecklistNeedsNone() {
        assertThat(rules(remove("5.3.1").rationale(null), video())).isEmpty();
        assertThat(rules(remove("5.3.1").answer(Answer.UNSURE, "8.1.1").rationale(null), video()))
                .isEmpty();
        assertThat(rules(noViolation("5.3.1").rationale(null), video())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemKind.class,
            names = {"VIDEO", "LIVESTREAM", "IMAGE"})
    void intentIsNoDefenceForPicturesOfSelfHarm(ItemKind picture) {
        assertThat(rules(exception(ExceptionGround.DOCUMENTARY, "5.2.1"), kind(picture)))
                .containsExactly("D7");
        assertThat(rules(carveOut("5.2.c1", "5.2.1"), kind(picture))).containsExactly("D7");
        assertThat(rules(carveOut("5.2.c1", "5.2.2"), kind(picture))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemKind.class,
            names = {"AUDIO", "COMMENT", "TEXT"})
    void wordsAboutSelfHarmMayBeExcused(ItemKind words) {
        assertThat(rules(exception(ExceptionGround.DOCUMENTARY, "5.2.1"), kind(words)))
                .isEmpty();
        assertThat(rules(carveOut("5.2.c1", "5.2.1"), kind(words))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.1", "9.3.1"})
    void whereIntentIsNoDefenceElsewhereAnExceptionIsAccepted(String clause) {
        assertThat(rules(exception(ExceptionGround.NEWSWORTHY, clause), video()))
                .isEmpty();
    }

    @Test
    void anEscalationNeedsAnAddress() {
        assertThat(rules(escalate("5.3.1").escalateTo(null), video())).containsExactly("D14");
        assertThat(rules(escalate("5.3.1").escalateTo(" "), video())).containsExactly("D14");
        assertThat(rules(escalate("5.3.1").escalateTo(null).refer(JUDICIAL_AUTHORITY, null), video()))
                .isEmpty();
    }

    @Test
    void aProposalWithoutAnOutcomeIsNoDecisionYet() {
        assertThat(Cases.RULES.judge(Proposal.empty("V-1"), video()).rules()).containsExactly(Refusal.FORMAT);
    }
}
