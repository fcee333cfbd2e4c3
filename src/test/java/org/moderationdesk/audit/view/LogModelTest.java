package org.moderationdesk.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.audit.Facet;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogFilter;
import org.moderationdesk.audit.LogOrder;
import org.moderationdesk.audit.LogReader;
import org.moderationdesk.audit.view.LogModel.State;
import org.moderationdesk.db.LosableStore;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;

/** A log of twelve decisions of which four rows are held. */
class LogModelTest {
    private static final Person ANNA = Person.alone("anna");
    private static final int DECISIONS = 12;
    private static final int WINDOW = 4;

    private final TestClock clock = new TestClock();
    private final LosableStore store = new LosableStore(TestStore.create());
    private final ReviewDesk desk = new ReviewDesk(store, clock);
    private LogModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        for (int i = 1; i <= DECISIONS; i++) {
            decide(i);
        }
        var quality = new QualityStates(store);
        var log = new DecisionLog(new StoredFacts(store), new CaseArchive(store), quality, ANNA);
        var reader = new LogReader(log, quality, (_, _, _) -> new TextAnswer.Preparing(1, 3), clock, ZoneOffset.UTC);
        model = new LogModel(reader, new InlineBackground(), new Settings(folder), WINDOW);
        model.shown();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void decide(int number) {
        String item = "v-" + number;
        desk.flag(item, "5.3");
        assertThat(desk.review().submit(desk.open(item, ANNA), Proposed.removal(item), 0))
                .isInstanceOf(Submitted.Accepted.class);
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void keysAndScrollingGoBeyondWhatIsHeldInBothDirections() {
        assertThat(held()).containsExactly(12, 11, 10, 9);
        assertThat(model.isPart()).isTrue();

        for (int i = 0; i < DECISIONS; i++) {
            model.move(1);
            assertThat(selected()).isEqualTo(DECISIONS - i);
            assertThat(held()).hasSize(WINDOW).contains(selected());
        }
        model.move(1);
        assertThat(selected()).as("there is nothing after the last").isEqualTo(1);
        assertThat(held()).containsExactly(4, 3, 2, 1);
        assertThat(model.from()).isEqualTo(DECISIONS - WINDOW);

        model.earlier();
        assertThat(held()).containsExactly(6, 5, 4, 3);
        assertThat(model.selectedProperty().get())
                .as("it has left what is held")
                .isNull();
        model.earlier();
        model.further();
        assertThat(held()).containsExactly(6, 5, 4, 3);
        model.goToEnd(true);
        assertThat(selected()).isEqualTo(12);
        assertThat(model.from()).isZero();
        model.earlier();
        assertThat(held()).containsExactly(12, 11, 10, 9);
        model.goToEnd(false);
        model.further();
        assertThat(held()).containsExactly(4, 3, 2, 1);
        model.move(-1);
        model.move(-1);
        model.move(-1);
        model.move(-1);
        assertThat(selected()).isEqualTo(5);
    }

    @Test
    void whatIsDecidedMeanwhileLeavesTheStretchWhereItIsAndAnotherOrderBeginsAtTheTop() {
        model.goToEnd(false);
        decide(13);
        model.refresh();
        assertThat(held()).containsExactly(4, 3, 2, 1);
        assertThat(model.from()).isEqualTo(DECISIONS + 1 - WINDOW);
        assertThat(selected()).isEqualTo(1);

        model.orderBy(new LogOrder(LogColumn.ENTRY, true));
        assertThat(held()).containsExactly(1, 2, 3, 4);
        model.ask(LogFilter.none().put(Facet.OUTCOME, "EXCEPTION", true));
        assertThat(model.stateProperty().get()).isEqualTo(State.NOTHING_MATCHES);
        assertThat(model.isPart()).isFalse();
        model.clearFilters();
        assertThat(model.stateProperty().get()).isEqualTo(State.THERE);
    }

    @Test
    void aStoreThatIsLostIsToldAndAskedAgainGoesOnWhereItWas() {
        model.goToEnd(false);
        store.lose(true);
        model.earlier();
        assertThat(model.stateProperty().get()).isEqualTo(State.LOST);
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.LOST);

        store.lose(false);
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.THERE);
        assertThat(held()).containsExactly(4, 3, 2, 1);
        assertThat(selected()).isEqualTo(1);
        model.earlier();
        assertThat(held()).containsExactly(6, 5, 4, 3);
    }

    private List<Integer> held() {
        return model.rows().stream()
                .map(row -> Integer.parseInt(row.fact().itemId().substring(2)))
                .toList();
    }

    private int selected() {
        return Integer.parseInt(Objects.requireNonNull(model.selectedProperty().get())
                .fact()
                .itemId()
                .substring(2));
    }
}
