package org.moderationdesk.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.TestClock;

@OnBothStores
class BreaksTest {
    private final Looking desk = new Looking();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void atTheWholeBudgetTheNextCaseWaitsForABreak() {
        look(Duration.ofMinutes(20).minusMillis(1));
        assertThat(desk.wellbeing().next(Looking.ANNA, CaseFilter.all())).hasSize(1);

        look(Duration.ofMillis(1));

        assertThatThrownBy(() -> desk.wellbeing().next(Looking.ANNA, CaseFilter.all()))
                .isInstanceOfSatisfying(
                        BreakFirst.class, first -> assertThat(first.owed()).isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void aWholeBreakLetsTheNextCaseComeAlsoWhenItWasTakenInParts() {
        look(Duration.ofMinutes(20));

        desk.rest(Looking.ANNA, Duration.ofMinutes(6));
        assertThat(desk.wellbeing().standing(Looking.ANNA).owed()).isEqualTo(Duration.ofMinutes(9));
        desk.rest(Looking.ANNA, Duration.ofMinutes(9));

        assertThat(desk.wellbeing().standing(Looking.ANNA).owed()).isZero();
        assertThat(desk.wellbeing().next(Looking.ANNA, CaseFilter.all())).hasSize(1);
    }

    @Test
    void aBreakTakenBeforeTheBudgetWasUsedDoesNotCountAgainstIt() {
        look(Duration.ofMinutes(19));
        desk.rest(Looking.ANNA, Duration.ofMinutes(15));
        look(Duration.ofMinutes(1));

        assertThat(desk.wellbeing().standing(Looking.ANNA).owed()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void eachFurtherQuarterOfTheBudgetAsksForAnotherBreak() {
        look(Duration.ofMinutes(20));
        desk.rest(Looking.ANNA, Duration.ofMinutes(15));
        look(Duration.ofMinutes(5).minusMillis(1));
        assertThat(desk.wellbeing().standing(Looking.ANNA).owed()).isZero();

        look(Duration.ofMillis(1));

        assertThat(desk.wellbeing().standing(Looking.ANNA).owed()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void breaksOfTheDayAreKeptWithTheirEnds() {
        desk.rest(Looking.ANNA, Duration.ofMinutes(5));
        String unused = desk.wellbeing().startBreak(Looking.ANNA);

        assertThat(desk.wellbeing().ownDay(Looking.ANNA).breaks())
                .containsExactly(
                        new OwnDay.BreakTaken(TestClock.START, TestClock.START.plus(Duration.ofMinutes(5))),
                        new OwnDay.BreakTaken(TestClock.START.plus(Duration.ofMinutes(5)), null));
    }

    @Test
    void activeWorkCountsWhileThereIsInputAndAWhileAfterEach() {
        var spell = new WorkSpell(desk.clock());
        Duration breakLength = Duration.ofMinutes(15);
        spell.input(breakLength);
        for (int i = 0; i < 10; i++) {
            desk.clock().advance(Duration.ofSeconds(90));
            spell.input(breakLength);
        }
        assertThat(spell.worked()).isEqualTo(Duration.ofMinutes(15));

        desk.clock().advance(Duration.ofMinutes(10));

        assertThat(spell.worked()).isEqualTo(Duration.ofMinutes(17));
    }

    @Test
    void beingAwayForAsLongAsABreakIsOne() {
        var spell = new WorkSpell(desk.clock());
        spell.input(Duration.ofMinutes(15));
        desk.clock().advance(Duration.ofMinutes(1));
        spell.input(Duration.ofMinutes(15));

        desk.clock().advance(Duration.ofMinutes(15));
        spell.input(Duration.ofMinutes(15));

        assertThat(spell.worked()).isZero();
    }

    private void look(Duration length) {
        desk.look(Looking.ANNA, Severity.HIGH, LookForm.COLOUR, length);
    }
}
