package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.RUTH;
import static org.moderationdesk.practice.PracticeDesk.TESS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.wellbeing.BreakFirst;

@OnBothStores
class RunsTest {
    private static PracticeDesk desk;
    private static Practising practising;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk();
        practising = desk.practising();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aRunGoesThroughEveryItemOnceAndIsScoredAtItsEnd() {
        PracticeSet set = desk.published(4);

        Run over = desk.removedAll(FLEUR, set.id());

        assertThat(over.state()).isEqualTo(RunState.FINISHED);
        assertThat(over.answered()).isEqualTo(4);
        assertThat(over.score()).isEqualTo(new Score(5_000, 2, 4, 0, false));
        assertThat(desk.results().reviewed(FLEUR, over.id()))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.key().why().words()).hasSize(2));
        assertThat(desk.runs().own(FLEUR)).contains(over);
        assertThat(desk.runs().own(ANNA)).isEmpty();
    }

    @Test
    void eachRunHasAnOrderOfItsOwnThatItsSeedGives() {
        PracticeSet set = desk.published(12);
        List<List<String>> orders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Run run = desk.removedAll(FLEUR, set.id());
            assertThat(run.attempt()).isEqualTo(i + 1);
            orders.add(desk.results().reviewed(FLEUR, run.id()).stream()
                    .map(one -> one.item().id())
                    .toList());
        }
        assertThat(orders.getFirst()).containsExactlyInAnyOrderElementsOf(orders.getLast());
        assertThat(orders.getFirst()).isNotEqualTo(orders.getLast());
    }

    @Test
    void theKeyIsNotThereBeforeTheAnswerIs() {
        PracticeSet set = desk.published(3);
        Assignment asked = desk.assignments()
                .assign(
                        TESS,
                        set.id(),
                        new Whom.Named(List.of("fleur")),
                        new AssignmentTerms(null, 1, false, false, Feedback.AT_ONCE));
        Run run = desk.runs().start(FLEUR, set.id(), asked.id());
        OpenItem first = practising.next(FLEUR, run.id(), 0).orElseThrow();

        assertThat(first.item().id()).isEqualTo("P-1");
        assertThat(first.item().title().isEmpty()).isTrue();
        assertThat(first.toString()).doesNotContain("Because of the knife");
        refused(Why.KEY_NOT_YET, () -> desk.results().feedback(FLEUR, run.id(), "P-1"));
        refused(Why.KEY_NOT_YET, () -> desk.results().reviewed(FLEUR, run.id()));

        Run _ = practising.answer(FLEUR, run.id(), PracticeDesk.nothing("P-1"), 500);
        Reviewed seen = desk.results().feedback(FLEUR, run.id(), "P-1");
        assertThat(seen.key().first().outcome()).isEqualTo(Outcome.REMOVE);
        refused(Why.KEY_NOT_YET, () -> desk.results().feedback(FLEUR, run.id(), "P-2"));
        refused(Why.UNKNOWN_RUN, () -> desk.results().feedback(ANNA, run.id(), "P-1"));
    }

    @Test
    void theKeyComesAfterASectionOrAtTheEndWhereThatIsAsked() {
        var items = List.of(
                PracticeDesk.put("P-1", "5.3"), PracticeDesk.put("P-2", "5.3.1"), PracticeDesk.put("P-3", "3.2"));
        var keys = items.stream()
                .map(one -> one.content().item().id())
                .map(id -> PracticeDesk.line(id, PracticeDesk.removed(id)))
                .toList();
        PracticeSet set = desk.sets()
                .publish(
                        TESS,
                        desk.sets()
                                .make(TESS, PracticeDesk.terms("Sections"), Changes.ofItems(items, keys))
                                .id());
        Run run = asked(set, Feedback.AFTER_SECTION);
        Run _ = practising.answer(FLEUR, run.id(), Proposed.removal("P-1"), 1);
        refused(Why.KEY_NOT_YET, () -> desk.results().feedback(FLEUR, run.id(), "P-1"));
        Run _ = practising.answer(FLEUR, run.id(), Proposed.removal("P-2"), 1);
        assertThat(desk.results().feedback(FLEUR, run.id(), "P-1").answer()).isNotNull();
        Run _ = practising.finish(FLEUR, run.id(), true);

        Run late = asked(set, Feedback.AT_THE_END);
        Run _ = practising.answer(FLEUR, late.id(), Proposed.removal("P-3"), 1);
        refused(Why.KEY_NOT_YET, () -> desk.results().feedback(FLEUR, late.id(), "P-3"));
        refused(Why.NOT_ALL_ANSWERED, () -> practising.finish(FLEUR, late.id(), false));
        Run over = practising.finish(FLEUR, late.id(), true);
        assertThat(over.score()).isEqualTo(new Score(3_333, 1, 3, 0, false));
        assertThat(desk.results().feedback(FLEUR, late.id(), "P-3").answer()).isNotNull();
    }

    private Run asked(PracticeSet set, Feedback feedback) {
        Assignment asked = desk.assignments()
                .assign(
                        TESS,
                        set.id(),
                        new Whom.Named(List.of("fleur")),
                        new AssignmentTerms(null, 0, false, true, feedback));
        return desk.runs().start(FLEUR, set.id(), asked.id());
    }

    @Test
    void anAnswerIsADecisionByTheRulesAndIsGivenOnce() {
        PracticeSet set = desk.published(2);
        Run run = desk.runs().start(FLEUR, set.id(), null);
        Proposal noClause = Proposed.of("P-1", "\"outcome\":\"REMOVE\"");

        assertThatThrownBy(() -> practising.answer(FLEUR, run.id(), noClause, 1))
                .isInstanceOfSatisfying(
                        DecisionRefused.class,
                        refused -> assertThat(refused.judgement().rules()).contains("D1"));
        Run _ = practising.answer(FLEUR, run.id(), Proposed.removal("P-1"), 1);
        refused(Why.ANSWERED, () -> practising.answer(FLEUR, run.id(), Proposed.removal("P-1"), 1));
        refused(Why.UNKNOWN_ITEM, () -> practising.answer(FLEUR, run.id(), Proposed.removal("P-9"), 1));
        refused(Why.UNKNOWN_RUN, () -> practising.answer(ANNA, run.id(), Proposed.removal("P-2"), 1));
    }

    @Test
    void everybodyMayAnswerWhatTheBookSaysOfMinorsSinceTheItemsAreNone() {
        PracticeSet set = desk.published(1);
        Run run = desk.runs().start(FLEUR, set.id(), null);
        Proposal referred = Proposed.of("P-1", """
            "answers":{"8.1.1":"YES"},"outcome":"REMOVE","referrals":[{"to":"NCMEC","why":"a placeholder that stands for it"}],
            "rationale":"a placeholder that stands for it"
            """);

        assertThat(practising.answer(FLEUR, run.id(), referred, 1).answered()).isEqualTo(1);
    }

    @Test
    void aRunGoesOnWhereItWasAfterAPauseAndAfterACrash() {
        PracticeSet set = desk.published(3);
        Run run = desk.runs().start(FLEUR, set.id(), null);
        String first = practising.next(FLEUR, run.id(), 0).orElseThrow().item().id();
        Run _ = practising.answer(FLEUR, run.id(), Proposed.removal(first), 1);
        OpenItem second = practising.next(FLEUR, run.id(), 0).orElseThrow();
        Proposal half = Proposed.of(second.item().id(), "\"answers\":{\"5.3.1\":\"YES\"}");
        practising.keepDraft(FLEUR, run.id(), half, 700);

        Run paused = practising.pause(FLEUR, run.id());
        assertThat(paused.state()).isEqualTo(RunState.PAUSED);
        refused(Why.NOT_RUNNING, () -> practising.answer(FLEUR, run.id(), Proposed.removal(half.item()), 1));
        refused(Why.RUNS_ALREADY, () -> desk.runs().start(FLEUR, set.id(), null));
        desk.clock().advance(Duration.ofMinutes(10));
        Run again = practising.resume(FLEUR, run.id());
        assertThat(again.pausedMs()).isEqualTo(600_000);

        // What a desk that starts anew sees.
        var anew = new Practising(desk.review().store(), desk.clock(), desk.rooms());
        assertThat(desk.runs().unfinished(FLEUR, set.id())).contains(again);
        OpenItem open = anew.next(FLEUR, run.id(), 0).orElseThrow();
        assertThat(open.item().id()).isEqualTo(second.item().id());
        assertThat(open.draft()).isEqualTo(half);
        assertThat(open.activeMs()).isEqualTo(700);
    }

    @Test
    void whoIsNotAskedOrHasHadTheirAttemptsBeginsNone() {
        PracticeSet set = desk.published(1);
        SetTerms closed =
                new SetTerms(Told.both("Knives", "Messen"), Told.nothing(), "2020-12", false, 1, ScoringRules.usual());
        PracticeSet _ = desk.sets().change(TESS, set.id(), Changes.ofTerms(closed), why());

        refused(Why.NOT_ASKED, () -> desk.runs().start(FLEUR, set.id(), null));
        Assignment once = desk.assignments()
                .assign(
                        TESS,
                        set.id(),
                        new Whom.Named(List.of("fleur")),
                        new AssignmentTerms(null, 1, true, true, Feedback.AT_THE_END));
        refused(Why.NOT_ASKED, () -> desk.runs().start(ANNA, set.id(), once.id()));
        Run run = desk.runs().start(FLEUR, set.id(), once.id());
        Run _ = practising.answer(FLEUR, run.id(), Proposed.removal("P-1"), 1);
        Run _ = practising.finish(FLEUR, run.id(), false);
        refused(Why.NO_ATTEMPT_LEFT, () -> desk.runs().start(FLEUR, set.id(), once.id()));
        desk.assignments().withdraw(TESS, once.id());
        refused(Why.NOT_ASKED, () -> desk.runs().start(FLEUR, set.id(), once.id()));
        assertThat(desk.assignments().own(FLEUR)).doesNotContain(once);
    }

    @Test
    void whatWasMissedIsPractisedAgainAlone() {
        PracticeSet set = desk.published(4);
        Run over = desk.removedAll(FLEUR, set.id());

        Run missed = desk.runs().startMissed(FLEUR, over.id());

        assertThat(missed.items()).isEqualTo(2);
        assertThat(missed.missedOf()).isEqualTo(over.id());
        for (Optional<OpenItem> open = practising.next(FLEUR, missed.id(), 0);
                open.isPresent();
                open = practising.next(FLEUR, missed.id(), 0)) {
            assertThat(open.get().item().id()).isIn("P-2", "P-4");
            Run _ = practising.answer(
                    FLEUR, missed.id(), PracticeDesk.nothing(open.get().item().id()), 1);
        }
        Run right = practising.finish(FLEUR, missed.id(), false);
        refused(Why.NOTHING_MISSED, () -> desk.runs().startMissed(FLEUR, right.id()));
    }

    @Test
    void looksCountTowardsExposureAsThoseAtRealCasesDo() {
        PracticeSet set = desk.published(1);
        Run run = desk.runs().start(FLEUR, set.id(), null);
        Duration before = desk.review().wellbeing().standing(FLEUR).used();

        practising.looked(
                FLEUR,
                run.id(),
                "P-1",
                new Look(0, LookForm.COLOUR, 30_000, null),
                desk.clock().instant());

        assertThat(desk.review().wellbeing().standing(FLEUR).used()).isGreaterThan(before);
        assertThat(desk.review().wellbeing().ownDay(FLEUR).looks()).hasSize(1);
    }

    @Test
    void aBudgetThatIsUsedUpStopsARunAsItStopsTheQueue() {
        PracticeSet set = desk.published(3);
        Run run = desk.runs().start(RUTH, set.id(), null);
        String first = practising.next(RUTH, run.id(), 0).orElseThrow().item().id();
        practising.looked(
                RUTH,
                run.id(),
                first,
                new Look(0, LookForm.COLOUR, Duration.ofHours(3).toMillis(), null),
                desk.clock().instant());

        // What lies open is still answered; what comes after it waits.
        Run answered = practising.answer(RUTH, run.id(), Proposed.removal(first), 1);
        assertThat(answered.answered()).isEqualTo(1);
        var wellbeing = desk.review().wellbeing();
        Duration owed = wellbeing.standing(RUTH).owed();
        assertThat(owed).isPositive();
        assertThatThrownBy(() -> practising.next(RUTH, run.id(), 0))
                .isInstanceOfSatisfying(
                        BreakFirst.class, now -> assertThat(now.owed()).isEqualTo(owed));
        assertThatThrownBy(() -> practising.rested(RUTH)).isInstanceOf(BreakFirst.class);
        assertThatThrownBy(() -> desk.review().review().openNext(RUTH, CaseFilter.all()))
                .isInstanceOf(BreakFirst.class);
        assertThat(practising.pause(RUTH, run.id()).state()).isEqualTo(RunState.PAUSED);

        String pause = wellbeing.startBreak(RUTH);
        desk.clock().advance(owed.plusSeconds(1));
        wellbeing.endBreak(RUTH, pause);
        assertThat(practising.resume(RUTH, run.id()).state()).isEqualTo(RunState.RUNNING);
        assertThat(practising.next(RUTH, run.id(), 0)).isPresent();
    }

    static Told why() {
        return Told.both("Only for who is asked now", "Voortaan alleen op verzoek");
    }

    static void refused(Why why, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PracticeRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
