package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.AccountMeasure.Type.BAN;
import static org.moderationdesk.decisions.AccountMeasure.Type.DEVICE_BAN;
import static org.moderationdesk.decisions.AccountMeasure.Type.FEATURE_BLOCK;
import static org.moderationdesk.decisions.AccountMeasure.Type.PROFILE_CHANGE;
import static org.moderationdesk.decisions.AccountMeasure.Type.REMOVE_UNDERAGE;
import static org.moderationdesk.decisions.AccountMeasure.Type.STRIKE;
import static org.moderationdesk.decisions.AccountMeasure.Type.SUSPEND;
import static org.moderationdesk.decisions.AccountMeasure.Type.WARNING;
import static org.moderationdesk.decisions.Cases.NOW;
import static org.moderationdesk.decisions.Cases.author;
import static org.moderationdesk.decisions.Cases.item;
import static org.moderationdesk.decisions.Cases.keys;
import static org.moderationdesk.decisions.Cases.kind;
import static org.moderationdesk.decisions.Cases.rules;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.Draft.REASON;
import static org.moderationdesk.decisions.Draft.carveOut;
import static org.moderationdesk.decisions.Draft.escalate;
import static org.moderationdesk.decisions.Draft.exception;
import static org.moderationdesk.decisions.Draft.limit;
import static org.moderationdesk.decisions.Draft.noViolation;
import static org.moderationdesk.decisions.Draft.remove;
import static org.moderationdesk.decisions.ReachLimit.Reason.SHOCKING;
import static org.moderationdesk.decisions.ReachLimit.Reason.SPAM;
import static org.moderationdesk.decisions.ReachLimit.Reason.UNDER_REVIEW;
import static org.moderationdesk.decisions.ReachLimit.Reason.UPSETTING;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.settings.DecisionSettings;

/** D10 and D12: carve-outs, account measures and reach limits fit. */
final class MeasureRulesTest {
    @ParameterizedTest
    @CsvSource({
        "2.2.c1, 2.2.1",
        "3.2.c1, 3.2.1",
        "3.2.c4, 3.2.1",
        "5.1.c1, 5.1.2",
        "5.3.c1, 5.3.3",
        "6.1.c1, 6.1.5",
        "9.2.c1, 9.2.1",
        "9.4.c2, 9.4.1"
    })
    void aCarveOutExcusesTheClausesThatItIsMadeFor(String carveOut, String clause) {
        assertThat(rules(carveOut(carveOut, clause), video())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3.2.c1, 3.3.1", "3.2.c1, 3.2.2", "6.1.c1, 6.1.6", "5.3.c1, 5.1.1"})
    void aCarveOutOfAnotherSectionOrClauseIsRefused(String carveOut, String clause) {
        assertThat(keys(carveOut(carveOut, clause), video())).containsExactly("carve-out-elsewhere");
    }

    @Test
    void aCarveOutExcusesNothingBesideItsOwnClauses() {
        assertThat(rules(carveOut("3.2.c1", "3.2.1", "3.3.1"), video())).containsExactly("D10");
    }

    @Test
    void aCarveOutThatIsNotInTheBookIsRefused() {
        assertThat(keys(carveOut("3.2.c9", "3.2.1"), video())).containsExactly("carve-out-unknown");
        var line = new ProposalLine(
                exception(ExceptionGround.CARVE_OUT, "3.2.1").proposal(), new Strays(List.of(), "museum"));
        assertThat(Cases.RULES.judge(line, video()).rules()).containsExactly("D10");
    }

    @Test
    void theGroundCarveOutNamesOne() {
        assertThat(keys(exception(ExceptionGround.CARVE_OUT, "3.2.1"), video())).containsExactly("carve-out-unnamed");
    }

    @Test
    void aCarveOutWithAGeneralGroundIsRefused() {
        Draft draft = new Draft(Outcome.EXCEPTION).yes("3.2.1").excuse(ExceptionGround.EDUCATIONAL, "3.2.c1", REASON);

        assertThat(keys(draft, video())).containsExactly("carve-out-with-ground");
    }

    @Test
    void aCarveOutThatBelongsToItsClauseIsAnsweredNoWithANote() {
        assertThat(keys(carveOut("8.5.c1", "8.5.2"), video())).containsExactly("carve-out-of-clause");
        assertThat(rules(noViolation("8.5.2").note("8.5.2", "shown with a warning"), video()))
                .isEmpty();
    }

    @Test
    void aProfileChangeIsForImpersonationOnly() {
        assertThat(keys(remove("5.3.1").account(PROFILE_CHANGE), video())).containsExactly("profile-change");
        assertThat(rules(remove("9.2.1").account(PROFILE_CHANGE), video())).isEmpty();
    }

    @Test
    void aRemovalAsUnderageIsForTheAgeRulesOnly() {
        assertThat(keys(remove("5.3.1").account(REMOVE_UNDERAGE), video())).containsExactly("remove-underage");
        assertThat(rules(remove("8.0.1").account(REMOVE_UNDERAGE), video())).isEmpty();
    }

    @Test
    void aFeatureBlockNamesAFeature() {
        assertThat(keys(remove("8.0.2").account(FEATURE_BLOCK), video())).containsExactly("feature-block");
        assertThat(rules(remove("8.0.2").account(FEATURE_BLOCK, null, AccountMeasure.Feature.DIRECT_MESSAGES), video()))
                .isEmpty();
    }

    @Test
    void aSuspensionEndsInTheFuture() {
        assertThat(rules(remove("5.3.1").account(SUSPEND), video())).containsExactly("D10");
        assertThat(rules(remove("5.3.1").account(SUSPEND, NOW), video())).containsExactly("D10");
        assertThat(rules(remove("5.3.1").account(SUSPEND, NOW.plusSeconds(1)), video()))
                .isEmpty();
    }

    @Test
    void aBanHasNoEnd() {
        assertThat(keys(remove("5.3.1").account(BAN, NOW.plusSeconds(60)), video()))
                .containsExactly("ban-until");
        assertThat(keys(remove("5.3.1").account(DEVICE_BAN, NOW.plusSeconds(60)), video()))
                .containsExactly("ban-until");
        assertThat(rules(remove("5.3.1").account(BAN), video())).isEmpty();
    }

    @Test
    void anUnknownAuthorCannotBeMeasured() {
        CaseFacts unknown = Cases.of(item(ItemKind.VIDEO, null, List.of()));

        assertThat(keys(remove("5.3.1").account(STRIKE), unknown)).containsExactly("author-unknown");
        assertThat(rules(remove("5.3.1"), unknown)).isEmpty();
        assertThat(rules(remove("5.3.1").account(STRIKE), Cases.of(item(ItemKind.ACCOUNT, null, List.of()))))
                .isEmpty();
    }

    @Test
    void aDeviceBanNeedsADevice() {
        assertThat(keys(remove("5.3.1").account(DEVICE_BAN), Cases.of(item(ItemKind.VIDEO, author(), List.of()))))
                .containsExactly("no-devices");
        assertThat(rules(remove("5.3.1").account(DEVICE_BAN), video())).isEmpty();
    }

    @Test
    void anAccountThatBreaksTheRulesIsMeasured() {
        assertThat(keys(remove("9.2.1"), kind(ItemKind.ACCOUNT))).containsExactly("account-without-measure");
        assertThat(rules(remove("9.2.1").account(WARNING), kind(ItemKind.ACCOUNT)))
                .isEmpty();
        assertThat(rules(noViolation("9.2.1"), kind(ItemKind.ACCOUNT))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReachLimit.Reason.class)
    void reachIsLimitedForAnyReasonWhereNothingIsBroken(ReachLimit.Reason reason) {
        assertThat(rules(limit(reason), video())).isEmpty();
    }

    @Test
    void aReachLimitNeedsAReasonAndAPlace() {
        assertThat(keys(limit(null), video())).containsExactly("reach-without-reason");
        assertThat(keys(limit(SHOCKING).reach(true, true, SHOCKING), video())).containsExactly("reach-unlimited");
        assertThat(keys(limit(null).withoutReach(), video()))
                .containsExactly("reach-without-reason", "reach-unlimited");
    }

    @Test
    void whatBreaksAClauseIsLimitedOnlyUnderReviewOrAsSpam() {
        assertThat(keys(limit(UPSETTING, "5.3.1"), video())).containsExactly("reach-with-yes");
        assertThat(rules(limit(UNDER_REVIEW, "5.3.1"), video())).isEmpty();
        assertThat(rules(limit(SPAM, "9.1.1", "9.1.2"), video())).isEmpty();
        assertThat(rules(limit(SPAM, "9.1.1", "5.3.1"), video())).containsExactly("D12");
        assertThat(rules(limit(SHOCKING, "9.1.1"), video())).containsExactly("D12");
    }

    @Test
    void anAccountHasNoReachToLimit() {
        assertThat(keys(limit(UPSETTING), kind(ItemKind.ACCOUNT))).containsExactly("reach-of-account");
        assertThat(keys(escalate().reach(false, false, UNDER_REVIEW), kind(ItemKind.ACCOUNT)))
                .containsExactly("reach-of-account");
    }

    @Test
    void aReachLimitGoesWithNoOtherOutcomeThanLimitReachAndEscalate() {
        assertThat(keys(remove("5.3.1").reach(false, true, UNDER_REVIEW), video()))
                .containsExactly("reach-elsewhere");
        assertThat(keys(noViolation().reach(false, true, UNDER_REVIEW), video()))
                .containsExactly("reach-elsewhere");
        assertThat(keys(exception(ExceptionGround.SATIRE, "5.3.1").reach(false, true, UNDER_REVIEW), video()))
                .containsExactly("reach-elsewhere");
        assertThat(rules(escalate().reach(false, true, UNDER_REVIEW), video())).isEmpty();
    }

    @Test
    void anEscalationLimitsReachOnlyUnderReview() {
        assertThat(keys(escalate().reach(false, true, UPSETTING), video())).containsExactly("reach-while-escalated");
    }

    @Test
    void whatTheQueueLeavesToOthersIsRefused() {
        Allowed triage = Allowed.allBut(Set.of(Outcome.LIMIT_REACH), Set.of(BAN, DEVICE_BAN));
        Draft ban = remove("5.3.1").account(BAN).rationale(REASON);

        assertThat(rules(ban, video())).isEmpty();
        assertThat(rules(ban, video().allowing(triage))).containsExactly("QUEUE");
        assertThat(keys(ban, video().allowing(triage))).containsExactly("queue-measure");
        assertThat(rules(remove("5.3.1").account(STRIKE), video().allowing(triage)))
                .isEmpty();
        assertThat(rules(limit(SHOCKING), video().allowing(triage))).contains("QUEUE");
        assertThat(Allowed.everything().refusedMeasures()).isEmpty();
        assertThat(triage.refusedOutcomes()).containsExactly(Outcome.LIMIT_REACH);
    }

    @Test
    void aMeasureThatTheQueueLeavesToOthersIsAdvisedToThem() {
        var recommendation = new Recommendation(Cases.BOOK, DecisionSettings::defaults);
        CaseFacts triage = video().allowing(Allowed.allBut(Set.of(), Set.of(BAN)));
        var proposal = remove("8.1.1").proposal();

        assertThat(recommendation.recommend(proposal, video()).account().type()).isEqualTo(BAN);
        Advice advice = recommendation.recommend(proposal, triage);
        assertThat(advice.account()).isEqualTo(AccountMeasure.none());
        assertThat(advice.accountReason().key()).isEqualTo("decisions.advice.account.other-queue");
    }
}
