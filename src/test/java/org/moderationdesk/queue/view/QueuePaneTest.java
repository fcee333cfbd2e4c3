package org.moderationdesk.queue.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.settings.Settings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class QueuePaneTest {
    private final ListDesk desk = new ListDesk();
    private final ListDesk.HeldBackground background = new ListDesk.HeldBackground();
    private final List<String> opened = new ArrayList<>();
    private QueueModel model;
    private QueuePane pane;

    @TempDir
    private @Nullable Path folder;

    @Start
    void show(Stage stage) {
        model = desk.model(background);
        ItemWords words = desk.words(Language.EN);
        pane = new QueuePane(
                model,
                words,
                new Times(new Texts(Language.EN), ZoneOffset.UTC),
                new Settings(folder),
                background,
                row -> opened.add(row.itemId()));
        var scene = new Scene((Parent) pane.node(), 272, 832);
        new Theme(List.of("items", "queue")).dress(scene);
        stage.setScene(scene);
        stage.setWidth(272);
        stage.setHeight(832);
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void casesAreBrowsedAndOpenedWithoutTheMouse(FxRobot robot) {
        desk.flag("pan", "5.3");
        desk.flag("knife", "5.3");
        desk.flag("race", "5.3");
        fill(robot);
        robot.interact(pane::focusList);

        robot.push(KeyCode.J);
        robot.push(KeyCode.J);
        robot.push(KeyCode.K);
        robot.push(KeyCode.ENTER);

        assertThat(opened).containsExactly(model.rows().get(1).itemId());
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
    }

    @Test
    void theSearchFieldIsReachedBySlashAndLeftByEnter(FxRobot robot) {
        desk.flag("pan", "5.3");
        desk.flag("knife", "5.3");
        fill(robot);
        robot.interact(pane::focusList);

        robot.push(KeyCode.SLASH);
        robot.write("knife");
        robot.push(KeyCode.ENTER);
        robot.interact(background::answerAll);

        assertThat(model.rows()).extracting(CaseRow::itemId).containsExactly("knife");
        assertThat(list(robot).isFocused()).isTrue();

        robot.push(KeyCode.ENTER);

        assertThat(opened).containsExactly("knife");
    }

    @Test
    void whatDoesNotFitIsSaidWithItsFiltersAndAltCTakesThemAway(FxRobot robot) {
        desk.flag("pan", "5.3");
        fill(robot);
        robot.interact(() -> {
            model.put(new FilterChoice.LateOnly(), true);
            model.put(new FilterChoice.InLanguage("fy"), true);
            background.answerAll();
        });
        assertThat(robot.lookup("#queue-nothing").tryQuery()).isPresent();
        assertThat(robot.lookup("#queue-nothing .filter-chip").queryAll()).hasSize(2);
        assertThat(texts(robot, "#queue-nothing")).contains("1 item is open, it does not fit these filters.");

        robot.interact(() -> robot.lookup("#queue-search").query().requestFocus());
        robot.push(KeyCode.ALT, KeyCode.C);
        robot.interact(background::answerAll);

        assertThat(model.rows()).hasSize(1);
        assertThat(robot.lookup(".filter-chip").queryAll()).isEmpty();
    }

    @Test
    void aChipTakesItsFilterAway(FxRobot robot) {
        desk.flag("pan", "5.3");
        fill(robot);
        robot.interact(() -> {
            model.put(new FilterChoice.InSection("5.3"), true);
            background.answerAll();
        });
        assertThat(robot.lookup("#queue-filters .filter-chip")
                        .queryAs(Button.class)
                        .getText())
                .isEqualTo("5.3 Dangerous acts");

        robot.interact(() -> robot.lookup("#queue-filters .filter-chip")
                .queryAs(Button.class)
                .fire());

        assertThat(FilterChoice.of(model.filterProperty().get())).isEmpty();
    }

    @Test
    void whyACaseStandsFirstIsSaidInWordsThatAddUp(FxRobot robot) {
        desk.flag("pan", "5.3");
        fill(robot);
        robot.interact(pane::focusList);

        robot.push(KeyCode.SHIFT, KeyCode.SLASH);

        assertThat(texts(robot, "#queue-why")).contains("Severity of the suspected rule", "Together");
    }

    @Test
    void emptyAndLostSayTheNextStep(FxRobot robot) {
        fill(robot);
        assertThat(texts(robot, "#queue-empty")).contains("No open items");

        robot.interact(() -> {
            background.goDown(true);
            model.refresh();
            background.answerAll();
        });
        assertThat(texts(robot, "#queue-lost")).contains("No connection", "Nothing was recorded twice.");

        robot.interact(() -> background.goDown(false));
        robot.interact(
                () -> robot.lookup("#queue-try-again").queryAs(Button.class).fire());
        robot.interact(background::answerAll);
        assertThat(robot.lookup("#queue-empty").tryQuery()).isPresent();
    }

    @Test
    void theRowAtTheUpperEdgeStaysThereWhenTheListIsReadAnew(FxRobot robot) {
        desk.flagMany(300, "5.3");
        fill(robot);
        robot.interact(() -> {
            list(robot).scrollTo(120);
            list(robot).layout();
            background.answerAll();
        });
        String top = topRow(robot);
        for (int i = 0; i < 5; i++) {
            desk.flag("urgent-" + i, "1.1");
        }

        robot.interact(() -> {
            model.refresh();
            background.answerAll();
            list(robot).layout();
        });

        assertThat(topRow(robot)).isEqualTo(top);
    }

    @Test
    void everyControlHasANameForAScreenReaderAndAnId(FxRobot robot) {
        desk.flag("pan", "5.3");
        fill(robot);

        Set<Node> reachable =
                robot.lookup((Node node) -> node.isFocusTraversable()).queryAll();
        assertThat(reachable)
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getId()).as(node.toString()).isNotBlank())
                .allSatisfy(node ->
                        assertThat(node.getAccessibleText()).as(node.getId()).isNotBlank());
    }

    private void fill(FxRobot robot) {
        robot.interact(() -> {
            model.refresh();
            background.answerAll();
        });
    }

    @SuppressWarnings("unchecked")
    private static ListView<CaseRow> list(FxRobot robot) {
        return robot.lookup("#queue-list").queryAs(ListView.class);
    }

    private static String topRow(FxRobot robot) {
        return robot.lookup(".case-cell").<CaseCell>queryAll().stream()
                .filter(cell -> cell.getItem() != null && cell.isVisible())
                .filter(cell -> cell.getBoundsInParent().getMaxY() > 1)
                .min(Comparator.comparingInt(CaseCell::getIndex))
                .orElseThrow()
                .getItem()
                .itemId();
    }

    private static List<String> texts(FxRobot robot, String within) {
        return robot.from(robot.lookup(within).queryAll()).lookup(".label").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
    }
}
