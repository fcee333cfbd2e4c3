package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.moderationdesk.decisions.Cases.ANNA;
import static org.moderationdesk.decisions.Cases.BRAM;
import static org.moderationdesk.decisions.Cases.NOW;
import static org.moderationdesk.decisions.Cases.UNCLEARED;
import static org.moderationdesk.decisions.Cases.report;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.DecisionState.AWAITING_SECOND;
import static org.moderationdesk.decisions.DecisionState.IN_EFFECT;
import static org.moderationdesk.decisions.DecisionState.LAPSED;
import static org.moderationdesk.decisions.DecisionState.REPLACED;
import static org.moderationdesk.decisions.DecisionState.REVERSED;
import static org.moderationdesk.decisions.Draft.REASON;
import static org.moderationdesk.decisions.Draft.escalate;
import static org.moderationdesk.decisions.Draft.exception;
import static org.moderationdesk.decisions.Draft.noViolation;
import static org.moderationdesk.decisions.Draft.remove;
import static org.moderationdesk.guidelines.ReferralTarget.EMERGENCY_SERVICES;
import static org.moderationdesk.guidelines.ReferralTarget.NCMEC;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.MediaSpan;

@OnBothStores
final class StoredDecisionsTest {
    private final DecisionDesk desk = new DecisionDesk();

    @AfterEach
    void everyRowIsToldByTheEntryItNames() {
        assertThat(desk.untoldRows()).isEmpty();
        desk.close();
    }

    private static void refused(String rule, ThrowingCallable act) {
        assertThatExceptionOfType(DecisionRefused.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.judgement().rules()).containsExactly(rule));
    }

    @Test
    void aRemovalTakesEffectAndIsReleasedAfterTheUndoWindow() {
        Recorded recorded = desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.STRIKE), video());

        assertThat(recorded).isEqualTo(new Recorded("d-1", IN_EFFECT, NOW.plusSeconds(30)));
        assertThat(desk.measures())
                .containsExactlyInAnyOrder(
                        "REMOVAL IN_EFFECT " + NOW.plusSeconds(30), "STRIKE IN_EFFECT " + NOW.plusSeconds(30));
        assertThat(desk.decisions.find("d-1").orElseThrow())
                .satisfies(line -> assertThat(line.person()).isEqualTo("Anna"))
                .satisfies(line -> assertThat(line.yes()).containsExactly(new ClauseCode("5.3.1")))
                .satisfies(line -> assertThat(line.account()).isEqualTo(AccountMeasure.Type.STRIKE));
    }

    @Test
    void whatTheRulesRefuseIsNotWritten() {
        refused("D1", () -> desk.record("d-1", remove(), video()));

        assertThat(desk.decisions.find("d-1")).isEmpty();
        assertThat(desk.count("event")).isZero();
    }

    @Test
    void theSameDecisionHandedInTwiceIsRecordedOnce() {
        Recorded first = desk.record("d-1", remove("5.3.1"), video(report("r-1", "5.3")));
        desk.later(Duration.ofSeconds(3));
        Recorded second = desk.record("d-1", remove("5.3.1"), video().standing(new Standing.DecidedBy("Anna", NOW)));

        assertThat(second).isEqualTo(first);
        assertThat(desk.count("decision")).isOne();
        assertThat(desk.count("event")).isOne();
    }

    @Test
    void freeTextIsKeptBesideTheLogAndNowhereElse() {
        desk.report("r-1", "u-1");
        desk.record(
                "d-1",
                remove("8.1.1")
                        .rationale("rationale-in-the-clear")
                        .note("8.1.1", "note-in-the-clear")
                        .refer(NCMEC, "why-in-the-clear")
                        .source("source-in-the-clear", "reference-in-the-clear", "reason-in-the-clear")
                        .mark(new EvidenceMark.InMedia(new ClauseCode("8.1.1"), 0, 0L, 5L, null, "mark-in-the-clear")),
                video());
        desk.record(
                "d-2",
                exception(ExceptionGround.SATIRE, "5.3.1")
                        .excuse(ExceptionGround.SATIRE, null, "the-excuse-in-the-clear"),
                desk.another(8));
        desk.record("d-3", remove("8.1.1").noReferral("none-is-made-in-the-clear"), desk.another(9));

        assertThat(desk.everythingBut("personal_text")).doesNotContain("in-the-clear");
        assertThat(desk.decisions.whole("d-1").orElseThrow().toString())
                .contains("rationale-in", "note-in", "why-in", "source-in", "reference-in", "reason-in", "mark-in");
        assertThat(desk.decisions.whole("d-2").orElseThrow().toString()).contains("the-excuse-in");
        assertThat(desk.decisions.whole("d-3").orElseThrow().toString()).contains("none-is-made-in");
    }

    @Test
    void aTextThatWasErasedIsShownAsErased() {
        desk.record("d-1", remove("5.3.1").rationale("this will be erased soon"), video());
        desk.execute("delete from personal_text");

        assertThat(desk.decisions.whole("d-1").orElseThrow()).containsEntry("rationale", "[erased]");
    }

    @Test
    void aDecisionKeepsWhatWasSeen() {
        var seen = new WhatWasSeen(
                4_200,
                List.of(new WhatWasSeen.Looks(
                        0, "GREY", 2, 3_100, List.of(new MediaSpan(0, 4_000), new MediaSpan(9_000, 9_100)), List.of())),
                List.of(MediaFile.State.DIFFERS));
        desk.act(
                ANNA,
                act -> desk.decisions.record(
                        act, new Submission("d-1", remove("5.3.1").proposal(), video(), seen)));

        Map<String, Object> whole = desk.decisions.whole("d-1").orElseThrow();
        assertThat(whole).containsEntry("version", 2).containsEntry("edition", "2020-12");
        assertThat(whole.get("seen"))
                .isEqualTo(Map.of(
                        "activeMs",
                        4200,
                        "looks",
                        List.of(Map.of(
                                "form",
                                "GREY",
                                "media",
                                0,
                                "millis",
                                3100,
                                "spans",
                                List.of(List.of(0, 4000), List.of(9000, 9100)),
                                "times",
                                2)),
                        "media",
                        List.of("DIFFERS")));
    }

    @Test
    void aBanWaitsWhileTheRemovalTakesEffect() {
        Recorded recorded = desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.BAN), video());

        assertThat(recorded.state()).isEqualTo(AWAITING_SECOND);
        assertThat(desk.measures())
                .containsExactlyInAnyOrder(
                        "REMOVAL IN_EFFECT " + NOW.plusSeconds(30), "BAN AWAITING_SECOND " + NOW.plusSeconds(30));
        desk.later(Duration.ofHours(2));
        assertThat(desk.decisions.awaiting()).extracting(DecisionLine::id).containsExactly("d-1");
        assertThat(desk.decisions.howMuchAwaits())
                .isEqualTo(new Awaiting(1, NOW))
                .satisfies(awaiting -> assertThat(awaiting.age(desk.now())).isEqualTo(Duration.ofHours(2)));
    }

    @Test
    void approvedBySomebodyElseWhatWaitsTakesEffect() {
        desk.record("d-1", remove("8.1.1").account(AccountMeasure.Type.BAN).refer(NCMEC, null), video());
        desk.later(Duration.ofHours(1));

        Changed changed = desk.act(BRAM, act -> desk.decisions.approve(act, "d-1", BRAM, List.of()));

        assertThat(changed.line().state()).isEqualTo(IN_EFFECT);
        assertThat(desk.measures()).contains("BAN IN_EFFECT " + NOW.plusSeconds(3600));
        assertThat(desk.referrals()).containsExactly("NCMEC QUEUED " + NOW.plusSeconds(3600));
        assertThat(desk.decisions.awaiting()).isEmpty();
    }

    @Test
    void approvedWithinTheUndoWindowItIsStillNotReleasedBefore() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.BAN), video());
        desk.later(Duration.ofSeconds(5));
        desk.act(BRAM, act -> desk.decisions.approve(act, "d-1", BRAM, List.of()));

        assertThat(desk.measures()).contains("BAN IN_EFFECT " + NOW.plusSeconds(30));
    }

    @Test
    void nobodyApprovesOrRefusesTheirOwnDecision() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.BAN), video());

        refused("D11", () -> desk.act(ANNA, act -> desk.decisions.approve(act, "d-1", ANNA, List.of())));
        refused("D11", () -> desk.act(ANNA, act -> desk.decisions.refuse(act, "d-1", ANNA, "why", List.of())));
        assertThat(desk.decisions.find("d-1").orElseThrow().state()).isEqualTo(AWAITING_SECOND);
    }

    @Test
    void aChildSafetyDecisionIsApprovedOnlyWithTheClearance() {
        desk.record("d-1", remove("8.1.1").refer(NCMEC, null), video());

        refused("D9", () -> desk.act(UNCLEARED, act -> desk.decisions.approve(act, "d-1", UNCLEARED, List.of())));
    }

    @Test
    void refusedBySomebodyElseWhatWaitsLapsesAndTheRestStands() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.BAN), video());

        Changed changed = desk.act(BRAM, act -> desk.decisions.refuse(act, "d-1", BRAM, "too hard", List.of()));

        assertThat(changed.line().state()).isEqualTo(IN_EFFECT);
        assertThat(changed.queue()).isEqualTo("main");
        assertThat(desk.measures())
                .containsExactlyInAnyOrder(
                        "REMOVAL IN_EFFECT " + NOW.plusSeconds(30), "BAN LAPSED " + NOW.plusSeconds(30));
        assertThat(desk.everythingBut("personal_text")).doesNotContain("too hard");
    }

    @Test
    void aRefusedExceptionLapsesWhole() {
        desk.record("d-1", exception(ExceptionGround.NEWSWORTHY, "9.3.1"), video());

        Changed changed = desk.act(BRAM, act -> desk.decisions.refuse(act, "d-1", BRAM, "not news", List.of()));

        assertThat(changed.line().state()).isEqualTo(LAPSED);
    }

    @Test
    void aRefusalSaysWhyAndOnlyWhatWaitsIsRefused() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.BAN), video());
        desk.record("d-2", remove("5.3.1"), desk.another(8));

        refused("STATE", () -> desk.act(BRAM, act -> desk.decisions.refuse(act, "d-1", BRAM, " ", List.of())));
        refused("STATE", () -> desk.act(BRAM, act -> desk.decisions.refuse(act, "d-2", BRAM, "no", List.of())));
        refused("STATE", () -> desk.act(BRAM, act -> desk.decisions.approve(act, "nope", BRAM, List.of())));
    }

    @Test
    void whatWaitsIsWithdrawnByWhoDecided() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.BAN), video());
        desk.later(Duration.ofHours(1));

        refused("STATE", () -> desk.act(BRAM, act -> desk.decisions.withdraw(act, "d-1", List.of())));
        Changed changed = desk.act(ANNA, act -> desk.decisions.withdraw(act, "d-1", List.of()));

        assertThat(changed.line().state()).isEqualTo(IN_EFFECT);
        assertThat(desk.measures()).contains("BAN LAPSED " + NOW.plusSeconds(30));
        refused("STATE", () -> desk.act(ANNA, act -> desk.decisions.withdraw(act, "d-1", List.of())));
    }

    @Test
    void undoneWithinTheWindowEverythingIsReversed() {
        desk.record("d-1", remove("8.1.1").account(AccountMeasure.Type.BAN).refer(NCMEC, null), video());
        desk.later(Duration.ofMillis(29_999));

        Changed changed = desk.undo("d-1");

        assertThat(changed.line().state()).isEqualTo(REVERSED);
        assertThat(changed.followUp()).isFalse();
        assertThat(desk.measures()).allMatch(measure -> measure.contains(" REVERSED "));
        assertThat(desk.referrals()).allMatch(referral -> referral.contains(" REVERSED "));
        assertThat(desk.decisions.awaiting()).isEmpty();
    }

    @Test
    void undoEndsWithTheWindow() {
        desk.record("d-1", remove("5.3.1"), video());
        desk.later(Duration.ofSeconds(30));

        refused("UNDO", () -> desk.undo("d-1"));
        assertThat(desk.decisions.find("d-1").orElseThrow().state()).isEqualTo(IN_EFFECT);
    }

    @Test
    void aDecisionIsUndoneOnceAndOnlyByWhoMadeIt() {
        desk.record("d-1", remove("5.3.1"), video());

        refused("UNDO", () -> desk.act(BRAM, act -> desk.decisions.undo(act, "d-1", List.of())));
        assertThat(desk.undo("d-1").line().state()).isEqualTo(REVERSED);
        refused("UNDO", () -> desk.undo("d-1"));
    }

    @Test
    void anEmergencyGoesOutAtOnceAndIsNotUndone() {
        Recorded recorded = desk.record("d-1", remove("5.1.1").refer(EMERGENCY_SERVICES, "now"), video());
        assertThat(recorded.state()).isEqualTo(IN_EFFECT);
        assertThat(desk.referrals()).containsExactly("EMERGENCY_SERVICES QUEUED " + NOW);

        Changed changed = desk.undo("d-1");

        assertThat(changed.followUp()).isTrue();
        assertThat(desk.measures()).containsExactly("REMOVAL REVERSED " + NOW.plusSeconds(30));
        assertThat(desk.referrals()).containsExactly("EMERGENCY_SERVICES QUEUED " + NOW);
    }

    @Test
    void aThreatToLifeMakesAnyReferralAnEmergency() {
        desk.record("d-1", remove("8.1.1").emergency(NCMEC), video());

        assertThat(desk.referrals()).containsExactly("NCMEC QUEUED " + NOW);
    }

    @Test
    void anEscalationOnMinorsWithholdsAtOnceUntilItIsDecided() {
        desk.record("d-1", escalate("8.1.1").reach(false, true, ReachLimit.Reason.UNDER_REVIEW), video());
        assertThat(desk.measures())
                .containsExactlyInAnyOrder("WITHHOLD IN_EFFECT " + NOW, "REACH_LIMIT IN_EFFECT " + NOW.plusSeconds(30));
        desk.later(Duration.ofMinutes(5));

        desk.record("d-2", remove("8.1.1").emergency(NCMEC), desk.at(video()));

        assertThat(desk.measures())
                .containsExactlyInAnyOrder(
                        "WITHHOLD REPLACED " + NOW,
                        "REACH_LIMIT REPLACED " + NOW.plusSeconds(30),
                        "REMOVAL IN_EFFECT " + NOW.plusSeconds(330));
        assertThat(desk.decisions.find("d-1").orElseThrow().state()).isEqualTo(REPLACED);
        assertThat(desk.decisions.find("d-2").orElseThrow().replaces()).isEqualTo("d-1");
    }

    @Test
    void aLivestreamThatRunsIsStoppedAtOnceFirstOfItsMeasuresAndRemovedLikeAnyOther() {
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.STRIKE), Cases.live());

        assertThat(desk.measures())
                .containsExactlyInAnyOrder(
                        "STOP_STREAM IN_EFFECT " + NOW,
                        "REMOVAL IN_EFFECT " + NOW.plusSeconds(30),
                        "STRIKE IN_EFFECT " + NOW.plusSeconds(30));
        var listed = new ArrayList<Map<String, Object>>();
        desk.decisions.stream(NOW.minusSeconds(1), NOW.plusSeconds(1), listed::add);
        assertThat((List<?>) listed.getFirst().get("measures"))
                .first()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("measure", "STOP_STREAM")
                .containsEntry("releaseAt", NOW.toString());
        assertThat(desk.verify().intact()).isTrue();
    }

    @Test
    void undoingTheDecisionBringsBackWhatHeldBefore() {
        desk.record("d-1", escalate("8.1.1"), video());
        desk.later(Duration.ofMinutes(5));
        desk.record("d-2", remove("8.1.1").emergency(NCMEC), desk.at(video()));

        assertThat(desk.undo("d-2").line().state()).isEqualTo(REVERSED);

        assertThat(desk.decisions.find("d-1").orElseThrow().state()).isEqualTo(IN_EFFECT);
        assertThat(desk.measures())
                .containsExactlyInAnyOrder("WITHHOLD IN_EFFECT " + NOW, "REMOVAL REVERSED " + NOW.plusSeconds(330));
    }

    @Test
    void aReferralThatWaitsGoesOnWaitingWhenTheCaseIsDecided() {
        desk.record("d-1", escalate("8.1.1").refer(NCMEC, null), video());
        desk.record("d-2", remove("8.1.1").emergency(NCMEC), video());

        assertThat(desk.decisions.find("d-1").orElseThrow().state()).isEqualTo(AWAITING_SECOND);
        assertThat(desk.referrals())
                .containsExactlyInAnyOrder("NCMEC AWAITING_SECOND " + NOW.plusSeconds(30), "NCMEC QUEUED " + NOW);
    }

    @Test
    void reportersAreCountedRightWhereTheSectionTheyNamedIsBroken() {
        desk.report("r-1", "u-1");
        desk.report("r-2", "u-2");
        desk.report("r-3", "u-1");
        desk.record(
                "d-1",
                remove("5.3.1"),
                video(report("r-1", "5.3.3"), report("r-2", "9.1"), report("r-3", "no such code")));

        assertThat(desk.sources()).containsExactly("USER  3 2", "USER u-1 2 2", "USER u-2 1 0");

        assertThat(desk.undo("d-1").line().state()).isEqualTo(REVERSED);
        assertThat(desk.sources()).containsExactly("USER  0 0", "USER u-1 0 0", "USER u-2 0 0");
    }

    @Test
    void anEscalationSettlesNoReport() {
        desk.report("r-1", "u-1");
        desk.record("d-1", escalate("5.3.1"), video(report("r-1", "5.3")));

        assertThat(desk.sources()).isEmpty();
    }

    @Test
    void aRefusedDecisionNoLongerSettlesItsReports() {
        desk.report("r-1", "u-1");
        desk.record("d-1", remove("5.3.1").account(AccountMeasure.Type.BAN), video(report("r-1", "5.3")));
        desk.act(BRAM, act -> desk.decisions.refuse(act, "d-1", BRAM, "no", List.of()));

        assertThat(desk.sources()).containsExactly("USER  0 0", "USER u-1 0 0");
    }

    @Test
    void theDecisionsOfAnItemAndOfADayAreFound() {
        desk.record("d-1", remove("5.3.1"), video());
        desk.later(Duration.ofSeconds(1));
        desk.record("d-2", noViolation("5.3.1"), desk.another(8));
        desk.record("d-3", remove("5.3.1"), desk.another(9));
        assertThat(desk.undo("d-3").line().state()).isEqualTo(REVERSED);

        assertThat(desk.decisions.ofItem("V-1"))
                .extracting(DecisionLine::id)
                .endsWith("d-1")
                .hasSize(3);
        assertThat(desk.decisions.ofItem("V-2")).isEmpty();
        assertThat(desk.decisions.decidedSince("Anna", NOW)).isEqualTo(2);
        assertThat(desk.decisions.decidedSince("Anna", NOW.plusSeconds(1))).isOne();
        assertThat(desk.decisions.decidedSince("Bram", NOW)).isZero();
    }

    @Test
    void everyDecisionIsStreamedOnceInOrderAlsoWhenManyShareAMoment() {
        for (int i = 0; i < 450; i++) {
            desk.record("d-%03d".formatted(i), remove("5.3.1"), desk.another(100 + i));
            if (i % 250 == 249) {
                desk.later(Duration.ofMillis(1));
            }
        }

        assertThat(desk.streamed(NOW, NOW.plusSeconds(1)))
                .hasSize(450)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(desk.streamed(NOW, NOW.plusMillis(1))).hasSize(250);
        assertThat(desk.streamed(NOW.plusMillis(1), NOW.plusSeconds(1))).hasSize(200);
    }

    @Test
    void theEntryTellsWhatWasDecidedUnderWhichToken() {
        desk.record("d-1", remove("5.3.1").rationale(REASON), video());

        assertThat(desk.bodies("DECIDED"))
                .singleElement()
                .asString()
                .contains("\"answers\":{\"5.3.1\":\"YES\"}")
                .contains("\"token\":3")
                .contains("\"outcome\":\"REMOVE\"");
    }

    @Test
    void theLogProvesAWholeHistoryAndFindsARowChangedBehindItsBack() {
        desk.record("d-1", escalate("8.1.1").refer(NCMEC, null).note("8.1.1", "seen twice"), video());
        desk.record("d-2", remove("8.1.1").account(AccountMeasure.Type.BAN).emergency(NCMEC), video());
        assertThat(desk.undo("d-2").line().state()).isEqualTo(REVERSED);
        desk.act(BRAM, act -> desk.decisions.refuse(act, "d-1", BRAM, "not yet", List.of()));
        assertThat(desk.verify().intact()).isTrue();

        for (String fault : List.of(
                "update decision set outcome = 'REMOVE' where id = 'd-1'",
                "update decision_answer set answer = 'NO' where decision_id = 'd-1'",
                "update measure set state = 'IN_EFFECT' where type = 'BAN'",
                "update referral set release_at = release_at + 1 where decision_id = 'd-1'")) {
            var other = new DecisionDesk();
            other.record("d-1", escalate("8.1.1").refer(NCMEC, null), video());
            other.record("d-2", remove("8.1.1").account(AccountMeasure.Type.BAN).emergency(NCMEC), video());
            assertThat(other.verify().intact()).isTrue();
            other.execute(fault);
            assertThat(other.verify().intact()).as(fault).isFalse();
            other.close();
        }
    }
}
