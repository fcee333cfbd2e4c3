package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.review.ReviewDesk.ANNA;
import static org.moderationdesk.review.ReviewDesk.BRAM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.routing.Criteria;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.Plans;
import org.moderationdesk.routing.StoredPlans;

@OnBothStores
class ReviewTest {
    private final TestClock clock = new TestClock();
    private final ReviewDesk desk = new ReviewDesk(TestStore.create(), clock);
    private final Review review = desk.review();

    @AfterEach
    void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void aCaseIsOpenedDecidedAndTheNextOneComes() {
        desk.flag("v1", "5.1");
        desk.flag("v2", "5.3");

        Opened first = review.openNext(ANNA, CaseFilter.all()).orElseThrow();
        Submitted submitted = review.submit(first, Proposed.removal("v1"), 4_000);
        Opened second = review.openNext(ANNA, CaseFilter.all()).orElseThrow();

        assertThat(first.row().itemId()).isEqualTo("v1");
        assertThat(first.otherCases()).extracting(CaseRow::itemId).containsExactly("v2");
        assertThat(submitted).isInstanceOf(Submitted.Accepted.class);
        assertThat(second.row().itemId()).isEqualTo("v2");
        assertThat(desk.queue().find(ANNA, "v1")).isEmpty();
        assertThat(review.look("v1", ANNA).orElseThrow().earlier())
                .singleElement()
                .satisfies(line -> assertThat(line.person()).isEqualTo("anna"));
    }

    @Test
    void whatTheRulesRefuseChangesNothing() {
        desk.flag("v1", "5.3");
        Opened opened = desk.open("v1", ANNA);
        long events = desk.count("event");

        Submitted submitted = review.submit(opened, Proposed.withoutClause("v1"), 0);

        assertThat(submitted).isInstanceOfSatisfying(Submitted.Refused.class, refused -> assertThat(
                        refused.judgement().rules())
                .contains("D1"));
        assertThat(desk.count("event")).isEqualTo(events);
        assertThat(desk.count("decision")).isZero();
        assertThat(review.submit(opened, Proposed.removal("v1"), 0)).isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void whatTheQueueLeavesToOthersIsRefusedByTheRulesOfTheMomentOfTheAct() {
        desk.flag("v1", "5.3");
        Opened opened = desk.open("v1", ANNA);
        var plans = new StoredPlans(desk.store(), desk.log());
        var triage = new NamedQueue("general", Criteria.any(), Set.of(), Plans.NO_BANS, false, 0);
        plans.save(ANNA, new Plan(0, List.of(triage), List.of(), "general"));

        assertThat(rules(review.submit(opened, Proposed.ban("v1"), 0))).containsExactly("QUEUE");
        assertThat(review.refresh(opened).facts().allowed()).isEqualTo(Plans.NO_BANS);
        assertThat(review.submit(opened, Proposed.removal("v1"), 0)).isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void aCaseOfAQueueThatOneIsNoMemberOfCanBeRead() {
        var plans = new StoredPlans(desk.store(), desk.log());
        plans.save(ANNA, Plans.of(List.of(Plans.queue("shut", "anna")), Plans.rule("all", Criteria.any(), "shut")));
        desk.flag("v1", "5.3");

        assertThat(desk.open("v1", BRAM).readOnly()).isEqualTo(new ClaimRefused.NotForYou(ClaimRefused.Unfit.QUEUE));
        assertThat(review.openNext(BRAM, CaseFilter.all())).isEmpty();
        assertThat(review.openNext(ANNA, CaseFilter.all())).isPresent();
    }

    @Test
    void submittingTwiceDecidesOnce() {
        desk.flag("v1", "5.3");
        Opened opened = desk.open("v1", ANNA);

        Submitted once = review.submit(opened, Proposed.removal("v1"), 0);
        Submitted twice = review.submit(opened, Proposed.removal("v1"), 0);

        assertThat(twice).isEqualTo(once);
        assertThat(desk.count("decision")).isEqualTo(1);
    }

    @Test
    void reportsThatArriveMeanwhileAreShownBeforeAnythingIsRecorded() {
        desk.flag("v1", "5.3");
        Opened opened = desk.open("v1", ANNA);
        assertThat(review.reportsSince(opened)).isEmpty();
        desk.flag(FlaggedItems.item("v1"), FlaggedItems.report("late", "9.1"));

        Submitted submitted = review.submit(opened, Proposed.removal("v1"), 0);

        assertThat(submitted).isInstanceOfSatisfying(Submitted.NewReports.class, news -> assertThat(news.reports())
                .extracting(report -> report.report().id())
                .containsExactly("late"));
        assertThat(review.reportsSince(opened)).hasSize(1);
        assertThat(desk.count("decision")).isZero();
        Opened again = review.refresh(opened);
        assertThat(again.facts().reports()).hasSize(2);
        assertThat(review.submit(again, Proposed.removal("v1"), 0)).isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void aNewerVersionOfTheItemIsRefusedByD8() {
        desk.flag("v1", "5.3");
        Opened opened = desk.open("v1", ANNA);
        Item newer = FlaggedItems.item("v1", ItemKind.VIDEO, 2, "Changed words", null, null, null);
        desk.flag(newer, FlaggedItems.report("r-v1", "5.3"));

        Submitted submitted = review.submit(opened, Proposed.removal("v1"), 0);

        assertThat(rules(submitted)).containsExactly("D8");
        Opened again = review.refresh(opened);
        assertThat(again.file().item().text()).isEqualTo("Changed words");
        assertThat(review.submit(again, Proposed.removal("v1"), 0)).isInstanceOf(Submitted.Accepted.class);
    }

    @Test
    void aCaseDecidedBySomebodyElseMeanwhileIsRefusedByD8() {
        desk.flag("v1", "5.3");
        Opened slow = desk.open("v1", ANNA);
        clock.advance(Duration.ofMinutes(11));
        assertThat(rules(review.submit(slow, Proposed.removal("v1"), 0))).containsExactly("D8");
        Opened quick = desk.open("v1", BRAM);

        assertThat(rules(review.submit(slow, Proposed.removal("v1"), 0))).containsExactly("D8");
        assertThat(review.submit(quick, Proposed.removal("v1"), 0)).isInstanceOf(Submitted.Accepted.class);
        assertThat(rules(review.submit(slow, Proposed.removal("v1"), 0))).containsExactly("D8");
        assertThat(desk.count("decision")).isEqualTo(1);
        assertThat(review.heartbeat(slow)).isEmpty();
    }

    @Test
    void aCaseThatSomebodyElseHoldsCanBeRead() {
        desk.flag("v1", "5.3");
        desk.open("v1", ANNA);

        Opened read = desk.open("v1", BRAM);

        assertThat(read.claim()).isNull();
        assertThat(read.readOnly()).isInstanceOf(ClaimRefused.HeldBy.class);
        assertThat(read.file().item().id()).isEqualTo("v1");
        assertThat(review.open("nothing", ANNA)).isEqualTo(Optional.empty());
    }

    @Test
    void undoBringsTheCaseAndItsAnswersBack() {
        desk.flag("v1", "5.3");
        Recorded recorded = accepted(review.submit(desk.open("v1", ANNA), Proposed.removal("v1"), 0));

        Undone undone = review.undo(recorded.decisionId(), ANNA);

        assertThat(undone.decision().line().state()).isEqualTo(DecisionState.REVERSED);
        Opened again = opened(undone);
        assertThat(again.claim()).isNotNull();
        assertThat(again.draft().answers()).containsEntry(new ClauseCode("5.3.1"), Answer.YES);
        assertThat(review.submit(again, again.draft(), 0)).isInstanceOf(Submitted.Accepted.class);
        assertThat(desk.queue().find(ANNA, "v1")).isEmpty();
    }

    @Test
    void undoIsOverWithItsWindow() {
        desk.flag("v1", "5.3");
        Recorded recorded = accepted(review.submit(desk.open("v1", ANNA), Proposed.removal("v1"), 0));
        clock.advance(Duration.ofSeconds(31));

        assertThatThrownBy(() -> review.undo(recorded.decisionId(), ANNA)).isInstanceOf(DecisionRefused.class);
        assertThat(desk.queue().find(ANNA, "v1")).isEmpty();
    }

    @Test
    void anEscalatedCaseMovesWithItsAnswersAndUndoTakesItBack() {
        desk.flag("v1", "5.3");
        Recorded recorded =
                accepted(review.submit(desk.open("v1", ANNA), Proposed.escalation("v1", "5.3.1", "legal"), 0));

        Opened theirs = desk.open("v1", BRAM);
        assertThat(theirs.row().queue()).isEqualTo("legal");
        assertThat(theirs.draft().answers()).containsEntry(new ClauseCode("5.3.1"), Answer.YES);
        assertThat(theirs.draft().outcome()).isNull();
        assertThat(theirs.earlier()).hasSize(1);

        Undone undone = review.undo(recorded.decisionId(), ANNA);

        assertThat(opened(undone).row().queue()).isEqualTo("general");
        assertThat(rules(review.submit(theirs, Proposed.removal("v1"), 0))).containsExactly("D8");
    }

    @Test
    void answersOnMinorsSealTheCase() {
        desk.flag("v1", "5.3");

        accepted(review.submit(desk.open("v1", ANNA), Proposed.escalation("v1", "8.1.1", "child-safety"), 0));

        CaseRow row = desk.queue().find(ANNA, "v1").orElseThrow();
        assertThat(row.sealed()).isTrue();
        assertThat(row.excerpt()).isEmpty();
    }

    @Test
    void whatWaitsIsApprovedOrRefusedByAnotherPerson() {
        desk.flag("v1", "5.3");
        desk.flag("v2", "5.3");
        Recorded first = accepted(review.submit(desk.open("v1", ANNA), Proposed.ban("v1"), 0));
        Recorded second = accepted(review.submit(desk.open("v2", ANNA), Proposed.ban("v2"), 0));
        assertThat(first.state()).isEqualTo(DecisionState.AWAITING_SECOND);

        assertThatThrownBy(() -> review.approve(first.decisionId(), ANNA)).isInstanceOf(DecisionRefused.class);
        Changed approved = review.approve(first.decisionId(), BRAM);
        Changed refused = review.refuse(second.decisionId(), BRAM, "A warning is enough here");

        assertThat(approved.line().state()).isEqualTo(DecisionState.IN_EFFECT);
        assertThat(desk.queue().find(ANNA, "v1")).isEmpty();
        assertThat(refused.line().state()).isEqualTo(DecisionState.IN_EFFECT);
        assertThat(desk.queue().find(ANNA, "v2")).map(CaseRow::state).contains(CaseRow.State.WAITING);
    }

    @Test
    void whatWaitsCanBeTakenBackByTheOneWhoDecided() {
        desk.flag("v1", "5.3");
        Recorded recorded = accepted(review.submit(desk.open("v1", ANNA), Proposed.ban("v1"), 0));
        clock.advance(Duration.ofHours(1));

        Changed withdrawn = review.withdraw(recorded.decisionId(), ANNA);

        assertThat(withdrawn.line().state()).isEqualTo(DecisionState.IN_EFFECT);
        assertThat(desk.queue().find(ANNA, "v1")).isPresent();
    }

    @Test
    void draftsComeBackWithTheCaseAndAreForgottenAfterTheDecision() {
        desk.flag("v1", "5.3");
        Opened opened = desk.open("v1", ANNA);
        Proposal half = Proposed.of("v1", "\"answers\":{\"5.3.1\":\"UNSURE\"},\"rationale\":\"not yet\"");

        review.saveDraft(opened, half);
        review.saveDraft(opened, half);
        review.release(opened);

        Opened again = desk.open("v1", ANNA);
        assertThat(again.draft()).isEqualTo(half);
        assertThat(review.loadDraft(again.row().id(), BRAM)).isEmpty();
        accepted(review.submit(again, Proposed.removal("v1"), 0));
        clock.advance(Duration.ofHours(2));
        review.tidy();
        assertThat(desk.count("draft")).isZero();
    }

    @Test
    void answersBroughtLateGiveWayToLaterOnesOfThatPersonAndToADecision() {
        desk.flag("v1", "5.3");
        long first = desk.queue().find(ANNA, "v1").orElseThrow().id();
        Proposal early = Proposed.of("v1", "\"answers\":{\"5.3.1\":\"UNSURE\"},\"rationale\":\"early\"");
        Proposal late = Proposed.of("v1", "\"answers\":{\"5.3.1\":\"YES\"},\"rationale\":\"late\"");
        Instant answered = clock.instant();
        clock.advance(Duration.ofMinutes(5));

        assertThat(review.bringDraft(first, ANNA, early, answered)).isTrue();
        assertThat(review.loadDraft(first, ANNA)).contains(early);
        assertThat(review.loadDraft(first, BRAM)).isEmpty();
        assertThat(review.bringDraft(first, ANNA, late, answered.plusSeconds(1)))
                .isTrue();
        assertThat(review.bringDraft(first, ANNA, early, answered)).isFalse();
        Opened opened = desk.open("v1", ANNA);
        assertThat(opened.draft()).isEqualTo(late);
        review.saveDraft(opened, early);
        assertThat(review.bringDraft(first, ANNA, late, answered.plusSeconds(2)))
                .isFalse();
        assertThat(review.loadDraft(first, ANNA)).contains(early);

        accepted(review.submit(opened, Proposed.removal("v1"), 0));
        assertThat(review.bringDraft(first, ANNA, late, clock.instant())).isFalse();
        assertThat(review.bringDraft(first, BRAM, late, clock.instant())).isFalse();
    }

    @Test
    void looksAreLoggedAndKeptWithTheDecision() {
        desk.flag("v1", "5.3");
        Opened opened = desk.open("v1", ANNA);
        review.recordLook(opened, new Look(0, LookForm.GREY, 1_200, new MediaSpan(3_000, 4_200)));
        review.recordLook(opened, new Look(0, LookForm.GREY, 800, new MediaSpan(4_000, 4_800)));
        review.recordLook(opened, new Look(0, LookForm.LOUPE, 500, null));

        Recorded recorded = accepted(review.submit(opened, Proposed.removal("v1"), 9_000));

        String seen = desk.decisions()
                .whole(recorded.decisionId())
                .orElseThrow()
                .get("seen")
                .toString();
        assertThat(seen).contains("9000").contains("GREY").contains("2000").contains("LOUPE");
        assertThat(seen).as("spans that overlap are one").contains("[[3000, 4800]]");
        assertThat(desk.count("look")).isEqualTo(3);
        assertThat(desk.count("look_span")).isEqualTo(2);
    }

    @Test
    void theNextCaseCanBePreparedWithoutClaimingIt() {
        desk.flag("v1", "5.3");

        Opened prepared = review.peekNext(ANNA, CaseFilter.all()).orElseThrow();

        assertThat(prepared.claim()).isNull();
        assertThat(desk.queue().find(ANNA, "v1")).map(CaseRow::state).contains(CaseRow.State.WAITING);
        assertThatThrownBy(() -> review.release(prepared)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterADeskDiedTheCaseStillHeldComesFirstWithItsAnswers() {
        desk.flag("held", "10.1");
        desk.flag("graver", "5.1");
        Opened opened = desk.open("held", ANNA);
        review.saveDraft(opened, Proposed.removal("held"));

        Review afterwards = desk.again(clock);

        Opened first = afterwards.openNext(ANNA, CaseFilter.all()).orElseThrow();
        assertThat(first.row().itemId()).isEqualTo("held");
        assertThat(first.draft()).isEqualTo(Proposed.removal("held"));
        assertThat(review.heartbeat(opened)).isEmpty();
        assertThat(afterwards.openNext(ANNA, CaseFilter.all()))
                .map(next -> next.row().itemId())
                .contains("graver");
    }

    @Test
    void aCaseIsSkippedOrHandedOverWithItsNote() {
        desk.flag("v1", "5.3");
        desk.flag("v2", "10.1");
        review.skip(desk.open("v1", ANNA), "I know the author");
        Opened next = review.openNext(ANNA, CaseFilter.all()).orElseThrow();
        assertThat(next.row().itemId()).isEqualTo("v2");

        review.handOver(next, "bram", "You know this dialect");

        Opened given = review.openNext(BRAM, CaseFilter.all()).orElseThrow();
        assertThat(given.row().itemId()).isEqualTo("v2");
        assertThat(given.handOver()).isNotNull().satisfies(over -> assertThat(over.note())
                .isEqualTo("You know this dialect"));
    }

    @Test
    void aReportedSourceThatWasRightWeighsMoreNextTime() {
        desk.flag(FlaggedItems.item("v1"), FlaggedItems.report("a", Report.Source.USER, "zoe", "5.3"));
        accepted(review.submit(desk.open("v1", ANNA), Proposed.removal("v1"), 0));
        desk.flag(FlaggedItems.item("v2"), FlaggedItems.report("a", Report.Source.USER, "zoe", "5.3"));

        assertThat(points("v2")).isGreaterThan(25_000);
    }

    private long points(String item) {
        return desk.queue().find(ANNA, item).orElseThrow().priority().fixed().stream()
                .filter(part -> part.name().equals("reports"))
                .mapToLong(part -> part.milliPoints())
                .sum();
    }

    private static Opened opened(Undone undone) {
        Opened opened = undone.opened();
        assertThat(opened).isNotNull();
        return Objects.requireNonNull(opened);
    }

    private static Recorded accepted(Submitted submitted) {
        assertThat(submitted).isInstanceOf(Submitted.Accepted.class);
        return ((Submitted.Accepted) submitted).decision();
    }

    private static List<String> rules(Submitted submitted) {
        assertThat(submitted).isInstanceOf(Submitted.Refused.class);
        return ((Submitted.Refused) submitted).judgement().rules();
    }
}
