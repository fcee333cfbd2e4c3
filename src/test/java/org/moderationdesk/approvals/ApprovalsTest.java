package org.moderationdesk.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.approvals.ApprovalsDesk.ADMIN;
import static org.moderationdesk.approvals.ApprovalsDesk.ANNA;
import static org.moderationdesk.approvals.ApprovalsDesk.BRAM;
import static org.moderationdesk.approvals.ApprovalsDesk.RUTH;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.AnotherPerson;
import org.moderationdesk.decisions.ApprovalVerdict;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

/** Every test has items of its own on one desk; the log is verified after each. */
@OnBothStores
class ApprovalsTest {
    private static TestClock clock;
    private static ApprovalsDesk desk;
    private static Approvals approvals;

    @BeforeAll
    static void open() {
        clock = new TestClock();
        desk = new ApprovalsDesk(clock, true);
        approvals = desk.approvals();
    }

    @AfterEach
    void verify() {
        assertThat(desk.desk().verify().intact()).isTrue();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void whatWaitsIsListedByItsDeadlineAndMarkedOnceLate() {
        String low = desk.decided(ANNA, "9.1", ban("list-low", "9.1.1"));
        clock.advance(Duration.ofMinutes(1));
        String high = desk.decided(ANNA, "6.3", ban("list-high", "5.3.1"));

        List<WaitingApproval> waiting = of(BRAM, low, high);
        assertThat(waiting).extracting(one -> one.line().id()).containsExactly(high, low);
        assertThat(waiting.getFirst().due())
                .isEqualTo(waiting.getFirst().line().at().plus(Duration.ofHours(1)));
        assertThat(waiting.getLast().due())
                .isEqualTo(waiting.getLast().line().at().plus(Duration.ofHours(18)));
        assertThat(waiting).noneMatch(one -> one.isLate(clock.instant()));
        assertThat(waiting).allSatisfy(one -> {
            assertThat(one.against()).isNull();
            assertThat(one.eligible()).containsExactly("bram", "ruth");
        });
        assertThat(waiting.getFirst().isLate(clock.instant().plus(Duration.ofMinutes(61))))
                .isTrue();
    }

    @Test
    void nobodyAnswersTheirOwnDecisionAndOnlyTeamLeadsAnswerAtAll() {
        String own = desk.decided(BRAM, "5.3", Proposed.ban("own"));

        assertThat(against(BRAM, own)).isEqualTo("decisions.refusal.same-person");
        assertThat(against(ANNA, own)).isEqualTo("decisions.refusal.not-team-lead");
        assertThat(against(RUTH, own)).isNull();
        for (Person other : List.of(ANNA, BRAM)) {
            assertThatThrownBy(() -> approvals.approve(own, other)).isInstanceOf(DecisionRefused.class);
            assertThatThrownBy(() -> approvals.refuse(own, other, "no")).isInstanceOf(DecisionRefused.class);
            assertThatThrownBy(() -> approvals.sendBack(own, other, "why?")).isInstanceOf(DecisionRefused.class);
        }
        assertThatThrownBy(() -> approvals.waiting(ADMIN)).isInstanceOf(RightRefused.class);
        assertThat(approvals.notices(BRAM)).noneMatch(notice -> notice.about().equals(own));
        assertThat(approvals.approve(own, RUTH).line().state()).isEqualTo(DecisionState.IN_EFFECT);
        assertThatThrownBy(() -> approvals.approve(own, RUTH)).isInstanceOf(DecisionRefused.class);
        assertThat(of(RUTH, own)).isEmpty();
    }

    /** Who decided, and may have it approved by themselves under this guard. */
    private static List<String> approvingThemselves(Guard guard) {
        return Stream.of(ANNA, BRAM, RUTH, Person.alone("computer"))
                .filter(person -> guard.refuses(person.name(), person, false).isEmpty())
                .map(Person::name)
                .toList();
    }

    /** As {@link AnotherPerson#refuses}. */
    @FunctionalInterface
    private interface Guard {
        Optional<Refusal> refuses(String first, Person second, boolean childSafety);
    }

    @Test
    void aGuardThatLetsTheFirstPersonThroughIsCaught() {
        Guard planted = (_, second, childSafety) -> AnotherPerson.refuses("somebody else", second, childSafety);

        assertThat(approvingThemselves(AnotherPerson::refuses)).isEmpty();
        assertThat(approvingThemselves(planted)).containsExactly("bram", "ruth", "computer");
    }

    @Test
    void whatIsSentBackWaitsForTheFirstPersonWithTheQuestionAndTheirAnswers() {
        String decision = desk.decided(ANNA, "5.3", Proposed.ban("back"));
        clock.advance(Duration.ofHours(2));
        desk.desk().review().tidy();

        Changed changed = approvals.sendBack(decision, BRAM, "Is the knife a real one?");

        assertThat(changed.line().state()).isEqualTo(DecisionState.IN_EFFECT);
        assertThat(desk.desk().queue().find(BRAM, "back").orElseThrow().claimedBy())
                .isEqualTo("anna");
        assertThat(of(BRAM, decision)).isEmpty();
        Notice told = notice(ANNA, decision);
        assertThat(told.kind()).isEqualTo(Notice.Kind.SENT_BACK);
        assertThat(told.words()).isEqualTo("Is the knife a real one?");
        assertThat(told.who()).isEqualTo("bram");
        assertThat(approvals.notices(ANNA))
                .filteredOn(one -> one.itemId().equals("back"))
                .hasSize(1);

        Opened again = desk.desk().open("back", ANNA);
        assertThat(again.claim()).isNotNull();
        assertThat(again.returned()).isNotNull().satisfies(back -> {
            assertThat(back.verdict()).isEqualTo(ApprovalVerdict.SENT_BACK);
            assertThat(back.why()).isEqualTo("Is the knife a real one?");
        });
        assertThat(again.draft().account().type()).isEqualTo(AccountMeasure.Type.BAN);
        assertThat(again.draft().version()).isNull();
        assertThat(desk.desk().review().submit(again, Proposed.removal("back"), 0))
                .isInstanceOf(Submitted.Accepted.class);
        assertThat(desk.desk().review().look("back", ANNA).orElseThrow().returned())
                .isNull();
        assertThat(desk.desk().decisions().find(decision).orElseThrow().state()).isEqualTo(DecisionState.REPLACED);
    }

    @Test
    void whatIsRefusedReturnsToItsQueueWithTheReason() {
        String decision = desk.decided(ANNA, "5.3", Proposed.ban("refused"));
        assertThatThrownBy(() -> approvals.refuse(decision, BRAM, " ")).isInstanceOf(DecisionRefused.class);

        assertThat(approvals.refuse(decision, BRAM, "A strike is enough").line().state())
                .isEqualTo(DecisionState.IN_EFFECT);

        assertThat(desk.desk().queue().find(RUTH, "refused"))
                .map(CaseRow::state)
                .contains(CaseRow.State.WAITING);
        assertThat(desk.desk().open("refused", RUTH).returned()).isNotNull().satisfies(back -> assertThat(back.why())
                .isEqualTo("A strike is enough"));
        assertThat(notice(ANNA, decision).kind()).isEqualTo(Notice.Kind.REFUSED);
    }

    @Test
    void noticesStayReadOnceTheyAreRead() {
        String decision = desk.decided(ANNA, "5.3", Proposed.ban("read"));
        assertThat(notice(BRAM, decision)).satisfies(waits -> {
            assertThat(waits.kind()).isEqualTo(Notice.Kind.WAITS);
            assertThat(waits.read()).isFalse();
        });
        approvals.read(BRAM, List.of(notice(BRAM, decision)));
        assertThat(notice(BRAM, decision).read()).isTrue();
        assertThat(notice(RUTH, decision).read()).isFalse();

        approvals.approve(decision, RUTH);

        assertThat(approvals.notices(BRAM)).noneMatch(one -> one.about().equals(decision));
        assertThat(notice(ANNA, decision))
                .satisfies(told -> assertThat(told.kind()).isEqualTo(Notice.Kind.APPROVED))
                .satisfies(told -> assertThat(told.read()).isFalse());
        clock.advance(Approvals.TOLD.plusDays(1));
        assertThat(approvals.notices(ANNA)).noneMatch(one -> one.about().equals(decision));
    }

    @Test
    void anEmergencyGoesOutAtOnceAndIsApprovedAfterwards() {
        Proposal proposal = Proposed.of("emergency", """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"somebody is in danger right now",
            "referrals":[{"to":"EMERGENCY_SERVICES","why":"in danger","threatToLife":true}]
            """);
        String decision = desk.decided(ANNA, "5.3", proposal);
        assertThat(desk.desk().decisions().find(decision).orElseThrow().state()).isEqualTo(DecisionState.IN_EFFECT);

        assertThat(of(BRAM, decision)).singleElement().satisfies(one -> {
            assertThat(one.awaited().emergency()).isTrue();
            assertThat(one.due()).isEqualTo(one.line().at().plus(Duration.ofMinutes(15)));
        });
        assertThat(notice(BRAM, decision).kind()).isEqualTo(Notice.Kind.EMERGENCY);
        assertThat(approvals.approve(decision, BRAM).line().state()).isEqualTo(DecisionState.IN_EFFECT);

        assertThat(of(BRAM, decision)).isEmpty();
        assertThat(notice(ANNA, decision).kind()).isEqualTo(Notice.Kind.APPROVED);
        assertThatThrownBy(() -> approvals.refuse(decision, RUTH, "too late")).isInstanceOf(DecisionRefused.class);
    }

    @Test
    void whatConcernsChildSafetyIsThereOnlyForTheCleared() {
        String decision = desk.decided(RUTH, "8.4", ban("hidden", "8.4.1"));

        assertThat(of(BRAM, decision)).isEmpty();
        assertThat(of(RUTH, decision)).singleElement().satisfies(one -> assertThat(one.eligible())
                .isEmpty());
        assertThat(approvals.notices(BRAM)).noneMatch(one -> one.itemId().equals("hidden"));
        for (Person uncleared : List.of(ANNA, BRAM)) {
            assertThatThrownBy(() -> approvals.sendBack(decision, uncleared, "why?"))
                    .isInstanceOfSatisfying(
                            DecisionRefused.class,
                            refused -> assertThat(refused.judgement().rules()).containsExactly("D9"));
        }
    }

    @Test
    void aDecisionOfSomebodyWhoWorksHereNoMoreReturnsToItsQueue() {
        String decision = desk.decided(ANNA, "5.3", Proposed.ban("gone"));
        Object disabled = desk.people().setDisabled(ADMIN, "anna", true);
        assertThat(disabled).isNotNull();

        Changed changed = approvals.sendBack(decision, BRAM, "Is the knife a real one?");

        assertThat(changed.line().id()).isEqualTo(decision);
        assertThat(desk.desk().queue().find(RUTH, "gone").orElseThrow().claimedBy())
                .isNull();
        assertThat(desk.people().setDisabled(ADMIN, "anna", false).disabled()).isFalse();
    }

    @Test
    void atADeskThatKnowsNobodyNothingApprovesItself() {
        try (var alone = new ApprovalsDesk(clock, false)) {
            Person computer = Person.alone("computer");
            String decision = alone.decided(computer, "5.3", Proposed.ban("alone"));

            assertThat(alone.approvals().waiting(computer)).singleElement().satisfies(one -> {
                assertThat(one.against()).isNotNull();
                assertThat(one.eligible()).isEmpty();
            });
            Person pretended = Person.alone("somebody else");
            assertThatThrownBy(() -> alone.approvals().approve(decision, pretended))
                    .isInstanceOfSatisfying(DecisionRefused.class, refused -> assertThat(
                                    refused.judgement().first().orElseThrow().key())
                            .isEqualTo("decisions.refusal.nobody-else"));
        }
    }

    private static Proposal ban(String item, String clause) {
        return Proposed.of(item, """
            "answers":{"%s":"YES"},"outcome":"REMOVE","account":{"measure":"BAN"},
            "rationale":"that is what the rules ask for"
            """.formatted(clause));
    }

    private static List<WaitingApproval> of(Person viewer, String... decisions) {
        return approvals.waiting(viewer).stream()
                .filter(one -> List.of(decisions).contains(one.line().id()))
                .toList();
    }

    private static String against(Person viewer, String decision) {
        var refusal = of(viewer, decision).getFirst().against();
        return refusal == null ? null : refusal.key();
    }

    private static Notice notice(Person person, String decision) {
        return approvals.notices(person).stream()
                .filter(one -> one.about().equals(decision))
                .findFirst()
                .orElseThrow();
    }
}
