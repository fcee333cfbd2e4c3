package org.moderationdesk.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.StaffTables;
import org.moderationdesk.wellbeing.LiftRefused.Why;

@OnBothStores
class TeamBudgetsTest {
    private static final Person ADMIN = Person.alone("Zoe");
    private static final Person LEAD = new Person("Lea", Set.of(Role.TEAM_LEAD), false);
    private static final Person ANNA = new Person("Anna", Set.of(Role.REVIEWER), false);
    private static final Person BRAM = new Person("Bram", Set.of(Role.REVIEWER), false);
    private static final String REASON = "The shift ends in half an hour.";

    private final Looking desk = new Looking();
    private final TeamBudgets budgets = desk.teamBudgets();

    @BeforeEach
    void people() {
        var people = desk.people();
        var unused = people.first(ADMIN, "Zoe", Set.of(Role.ADMINISTRATOR), false, "a long password of a test");
        people.add(ADMIN, "Lea", Set.of(Role.TEAM_LEAD), false);
        people.add(ADMIN, "Bram", Set.of(Role.REVIEWER), false);
        people.add(ADMIN, "Anna", Set.of(Role.REVIEWER), false);
        people.add(ADMIN, "Gone", Set.of(Role.REVIEWER), false);
        var gone = people.setDisabled(ADMIN, "Gone", true);
        assertThat(gone.disabled()).isTrue();
    }

    @AfterEach
    void close() {
        assertThat(new Verifier(
                                desk.store(),
                                Stream.concat(StaffTables.all().stream(), WellbeingTables.all().stream())
                                        .toList())
                        .verify(Progress.NONE)
                        .intact())
                .isTrue();
        desk.close();
    }

    @Test
    void aLeadSeesEverybodyWhoLooksByNameWithTheirShareInWholePercent() {
        desk.look(BRAM, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(431));
        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(13));

        assertThat(budgets.shares(LEAD))
                .containsExactly(
                        new BudgetShare("Anna", 0.01, false),
                        new BudgetShare("Bram", 0.35, false),
                        new BudgetShare("Lea", 0, false));
    }

    @Test
    void whoDoesNotLeadATeamIsRefusedAndNothingChanges() {
        for (Role role : Role.values()) {
            var person = new Person("p", Set.of(role), true);
            if (role != Role.TEAM_LEAD) {
                assertThatThrownBy(() -> budgets.shares(person)).isInstanceOf(RightRefused.class);
                assertThatThrownBy(() -> budgets.lift(person, "Anna", REASON)).isInstanceOf(RightRefused.class);
            }
        }
        assertThat(desk.rows("gate_lift")).isZero();
    }

    @Test
    void nothingElseOfAPersonsDayCanBeLearnedHere() {
        assertThat(BudgetShare.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly("person", "used", "lifted");
        assertThat(Arrays.stream(TeamBudgets.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(method -> method.getName()))
                .containsExactlyInAnyOrder("shares", "lift", "isReason");
    }

    @Test
    void aLiftedGateLetsTheNextCaseComeTodayAndThePersonIsToldByWhomAndWhy() {
        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofMinutes(20));
        desk.look(BRAM, Severity.HIGH, LookForm.COLOUR, Duration.ofMinutes(20));
        assertThatThrownBy(() -> desk.wellbeing().next(ANNA, CaseFilter.all())).isInstanceOf(BreakFirst.class);

        GateLift lifted = budgets.lift(LEAD, "Anna", " " + REASON + " ");

        assertThat(desk.wellbeing().next(ANNA, CaseFilter.all())).hasSize(1);
        assertThat(desk.wellbeing().standing(ANNA).lifted()).isEqualTo(lifted);
        assertThat(lifted.by()).isEqualTo("Lea");
        assertThat(lifted.reason()).isEqualTo(REASON);
        assertThat(desk.wellbeing().standing(ANNA).share()).isEqualTo(1);
        assertThatThrownBy(() -> desk.wellbeing().next(BRAM, CaseFilter.all())).isInstanceOf(BreakFirst.class);
        assertThat(budgets.shares(LEAD)).extracting(BudgetShare::lifted).containsExactly(true, false, false);
        assertThat(desk.entries()).last().asString().startsWith("GATE_LIFTED").contains("\"person\":\"Anna\"");
        assertThat(desk.entries()).noneMatch(entry -> entry.contains(REASON));

        desk.clock().advance(Duration.ofDays(1));
        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofMinutes(20));

        assertThatThrownBy(() -> desk.wellbeing().next(ANNA, CaseFilter.all())).isInstanceOf(BreakFirst.class);
    }

    @Test
    void aLiftNeedsAReasonSomebodyElseAndHappensOnce() {
        assertRefused(LEAD, "Anna", "short", Why.NO_REASON);
        assertRefused(LEAD, "Anna", "x".repeat(501), Why.NO_REASON);
        assertRefused(LEAD, "Lea", REASON, Why.OWN);
        assertRefused(LEAD, "Nobody", REASON, Why.UNKNOWN);
        assertRefused(LEAD, "Gone", REASON, Why.UNKNOWN);
        GateLift unused = budgets.lift(LEAD, "Anna", REASON);
        assertRefused(LEAD, "Anna", REASON, Why.LIFTED);
        assertThat(desk.rows("gate_lift")).isEqualTo(1);
        assertThat(desk.rows("personal_text")).isEqualTo(1);
    }

    private void assertRefused(Person by, String person, String reason, Why why) {
        assertThatThrownBy(() -> budgets.lift(by, person, reason))
                .isInstanceOfSatisfying(
                        LiftRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
