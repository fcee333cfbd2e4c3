package org.moderationdesk.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.audit.LogReader;
import org.moderationdesk.audit.LogRow;
import org.moderationdesk.audit.view.LogModel.State;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.LosableStore;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The list of a log that is longer than what is held of it, scrolled and walked through as in the window. */
@ExtendWith(ApplicationExtension.class)
final class LogTableTest {
    private static final Person ANNA = Person.alone("anna");
    /** More than near the end is, so that what is held can be left behind. */
    private static final int WINDOW = 230;

    private static final int DECISIONS = 270;

    private final TestClock clock = new TestClock();
    private final LosableStore store = new LosableStore(TestStore.create());
    private final ReviewDesk desk = new ReviewDesk(store, clock);
    private @TempDir Path folder;
    private Stage stage;
    private LogModel model;
    private TableView<LogRow> table;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> stage.hide());
        desk.close();
    }

    @Test
    void scrollingAndKeysGoPastWhatIsHeldWithoutMovingWhatIsSeenAndALostStoreIsGoneOnFrom(FxRobot robot) {
        for (int i = 1; i <= DECISIONS; i++) {
            String item = "v-" + i;
            desk.flag(item, "5.3");
            assertThat(desk.review().submit(desk.open(item, ANNA), Proposed.removal(item), 0))
                    .isInstanceOf(Submitted.Accepted.class);
        }
        show(robot);
        assertThat(model.rows()).hasSize(WINDOW);
        assertThat(model.from()).isZero();

        scrollTo(robot, 180);

        assertThat(model.from()).as("read on").isEqualTo(DECISIONS - WINDOW);
        assertThat(top(robot)).as("what is seen stays where it is").isEqualTo(DECISIONS - 180);
        scrollTo(robot, 20);
        assertThat(model.from()).as("read back").isZero();
        assertThat(top(robot)).isEqualTo(DECISIONS - (DECISIONS - WINDOW) - 20);

        robot.interact(() -> model.goToEnd(true));
        for (int i = 1; i < DECISIONS; i++) {
            robot.interact(() -> model.move(1));
            assertThat(selected()).isEqualTo(DECISIONS - i);
            assertThat(isSeen(robot, selected()))
                    .as("the row the keys are on, %s", selected())
                    .isTrue();
        }
        robot.interact(() -> model.goToEnd(true));

        robot.interact(() -> model.goToEnd(false));
        assertThat(selected()).isEqualTo(1);
        assertThat(isSeen(robot, 1)).isTrue();
        robot.interact(table::requestFocus);
        robot.push(KeyCode.DOWN);
        assertThat(selected()).as("there is nothing after the last").isEqualTo(1);
        robot.push(KeyCode.UP);
        assertThat(selected()).isEqualTo(2);

        store.lose(true);
        robot.interact(() -> model.goToEnd(true));
        assertThat(model.stateProperty().get()).isEqualTo(State.LOST);
        store.lose(false);
        robot.interact(() -> model.refresh());
        assertThat(model.stateProperty().get()).isEqualTo(State.THERE);
        assertThat(selected()).isEqualTo(2);
        robot.interact(() -> model.goToEnd(true));
        assertThat(selected()).isEqualTo(DECISIONS);
        assertThat(top(robot)).isEqualTo(DECISIONS);
    }

    private void scrollTo(FxRobot robot, int row) {
        robot.interact(() -> flow().scrollToTop(row));
        // Which end is near is told once the rows are laid out.
        robot.interact(() -> table.layout());
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    /** The number of the decision at the upper edge. */
    private int top(FxRobot robot) {
        int[] found = {0};
        robot.interact(() -> {
            table.layout();
            found[0] = number(table.getItems().get(flow().getFirstVisibleCell().getIndex()));
        });
        return found[0];
    }

    private boolean isSeen(FxRobot robot, int decision) {
        boolean[] seen = {false};
        robot.interact(() -> {
            table.layout();
            List<LogRow> shown = table.getItems()
                    .subList(
                            flow().getFirstVisibleCell().getIndex(),
                            flow().getLastVisibleCell().getIndex() + 1);
            seen[0] = shown.stream().anyMatch(row -> number(row) == decision);
        });
        return seen[0];
    }

    private int selected() {
        return number(Objects.requireNonNull(model.selectedProperty().get()));
    }

    private static int number(LogRow row) {
        return Integer.parseInt(row.fact().itemId().substring(2));
    }

    private void show(FxRobot robot) {
        robot.interact(() -> {
            var texts = new Texts(Language.EN);
            var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var quality = new QualityStates(store);
            var log = new DecisionLog(new StoredFacts(store), new CaseArchive(store), quality, ANNA);
            var reader =
                    new LogReader(log, quality, (_, _, _) -> new TextAnswer.Preparing(1, 3), clock, ZoneOffset.UTC);
            model = new LogModel(reader, kit.background(), new Settings(folder), WINDOW);
            var words = new LogWords(kit, new ItemWords(texts, new BookReader().read("2020-12")));
            table = new LogTable(model, words, new Sizes(Map.of()), _ -> {}).node();
            var scene = new Scene(new StackPane(table), 900, 640);
            new Theme(List.of("items", "queue", "audit")).dress(scene);
            stage.setScene(scene);
            stage.setWidth(900);
            stage.setHeight(640);
            stage.show();
            model.shown();
        });
    }
}
