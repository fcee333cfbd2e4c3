package org.moderationdesk.queue.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.view.QueueModel.ListState;
import org.moderationdesk.staff.Person;

final class QueueModelTest {
    private final ListDesk desk = new ListDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anAnswerToAnOlderQuestionNeverTakesThePlaceOfANewerOne() {
        desk.flag("pan", "5.3");
        desk.flag("knife", "2.1");
        var background = new ListDesk.HeldBackground();
        QueueModel model = desk.model(background);

        model.reload();
        model.put(new FilterChoice.InSection("2.1"), true);
        assertThat(background.waiting()).isEqualTo(2);
        background.answer(1);
        assertThat(ids(model)).containsExactly("knife");
        background.answer(0);

        assertThat(ids(model)).containsExactly("knife");
    }

    @Test
    void theChosenCaseStaysChosenWhenTheListIsReadAnew() {
        desk.flag("pan", "5.3");
        desk.flag("knife", "5.3");
        QueueModel model = desk.model(new InlineBackground());
        model.refresh();
        model.move(1);
        model.move(1);
        String chosen = model.selectedProperty().get().itemId();

        desk.flag("urgent", "1.1");
        model.refresh();

        assertThat(model.rows()).hasSize(3);
        assertThat(model.selectedProperty().get().itemId()).isEqualTo(chosen);
    }

    @Test
    void theWindowSlidesToTheEndAndBackAndNeverHoldsMoreThanTwoThousandRows() {
        desk.flagMany(2_700, "5.3");
        QueueModel model = desk.model(new InlineBackground());
        model.orderingProperty().set(Ordering.DUE);
        model.reload();
        String first = model.rows().getFirst().itemId();

        for (int i = 0; i < 20; i++) {
            model.showFurther();
            assertThat(model.rows()).hasSizeLessThanOrEqualTo(CaseWindow.MOST);
        }
        assertThat(model.rows().getLast().itemId()).isEqualTo("C-02699");
        assertThat(ids(model)).isSorted().doesNotHaveDuplicates();
        List<String> lowEnd = ids(model);
        model.refresh();
        assertThat(ids(model)).isEqualTo(lowEnd);

        for (int i = 0; i < 20; i++) {
            model.showEarlier();
            assertThat(model.rows()).hasSizeLessThanOrEqualTo(CaseWindow.MOST);
        }
        assertThat(model.rows().getFirst().itemId()).isEqualTo(first);
        assertThat(ids(model)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whenTheStoreDoesNotAnswerItIsSaidSinceWhenAndTriedAgain() {
        desk.flag("pan", "5.3");
        var background = new ListDesk.HeldBackground();
        QueueModel model = desk.model(background);
        model.refresh();
        background.answerAll();

        background.goDown(true);
        model.refresh();
        background.answerAll();
        var lost = (ListState.NoConnection) model.stateProperty().get();
        assertThat(lost.since()).isEqualTo(desk.clock().instant());
        assertThat(model.rows()).as("what was read is kept").hasSize(1);

        desk.clock().advance(Duration.ofSeconds(14));
        model.tick();
        assertThat(background.waiting()).isZero();
        background.goDown(false);
        desk.clock().advance(Duration.ofSeconds(1));
        model.tick();
        background.answerAll();

        assertThat(model.stateProperty().get()).isInstanceOf(ListState.Filled.class);
    }

    @Test
    void aQueueWithoutCasesIsEmptyButFiltersThatFitNothingAreNamed() {
        QueueModel model = desk.model(new InlineBackground());
        assertThat(model.stateProperty().get()).isInstanceOf(ListState.Loading.class);
        model.refresh();
        assertThat(model.stateProperty().get()).isInstanceOf(ListState.Empty.class);

        desk.flag("pan", "5.3");
        model.put(new FilterChoice.LateOnly(), true);
        assertThat(model.stateProperty().get()).isEqualTo(new ListState.NothingMatches(1));

        model.clearFilters();
        assertThat(model.stateProperty().get()).isInstanceOf(ListState.Filled.class);
    }

    @Test
    void ofTheLeasedCasesOnesOwnIsNotCountedAmongThoseOfOthers() {
        desk.flag("pan", "5.3");
        desk.flag("knife", "5.3");
        desk.claim("pan", ListDesk.NOOR);
        desk.claim("knife", Person.alone("Milan"));
        QueueModel model = desk.model(new InlineBackground());
        model.refresh();
        assertThat(model.leasedToOthers()).isEqualTo(2);

        model.heldCaseProperty()
                .set(desk.queue().find(ListDesk.NOOR, "pan").orElseThrow().id());

        assertThat(model.leasedToOthers()).isEqualTo(1);
    }

    private static List<String> ids(QueueModel model) {
        return model.rows().stream().map(CaseRow::itemId).toList();
    }
}
