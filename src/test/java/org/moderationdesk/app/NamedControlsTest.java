package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.items.Lines;
import org.moderationdesk.settings.Settings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whatever can have the focus, on every screen and in every question, has a name that a screen reader can say. */
@ExtendWith(ApplicationExtension.class)
final class NamedControlsTest {
    private final CountDownLatch ended = new CountDownLatch(1);
    /** What has no name, and where it was met first. */
    private final Map<String, String> missing = new TreeMap<>();

    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable Window window;
    private @Nullable Path toImport;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        robot.interact(window::close);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everyControlOfTheSampleDeskHasAName(FxRobot robot) {
        open(robot, true);
        look(robot, "review, nothing open");
        robot.interact(() -> stage.setWidth(1440));
        robot.interact(() -> stage.setHeight(900));
        fire(robot, "#review-next", "the next case");
        await().untilAsserted(() ->
                assertThat(robot.lookup("#decision-outcomes").tryQuery()).isPresent());
        look(robot, "review");
        question(robot, "skip", KeyCode.S);
        question(robot, "hand over", KeyCode.H);
        tabs(robot);
        robot.push(KeyCode.Y);
        robot.push(KeyCode.D);
        look(robot, "definition");
        outcomes(robot);
        fire(robot, "#decision-referral", "referral");
        fire(robot, "#decision-sources", "sources");
        fire(robot, "#source-add", "one source");
        robot.push(KeyCode.ESCAPE);
        question(robot, "keys", KeyCode.F1);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.write("5.3");
        look(robot, "palette");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        look(robot, "guidelines");
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        look(robot, "settings");
        fire(robot, "#settings-passphrase", "passphrase");
        robot.push(KeyCode.ESCAPE);
        fire(robot, "#rail-approvals", "approvals");
        fire(robot, "#notices", "notices");
        robot.push(KeyCode.ESCAPE);
        fire(robot, "#rail-referrals", "referrals");
        fire(robot, "#referrals-part-orders", "orders");
        fire(robot, "#orders-new", "a new order");
        robot.push(KeyCode.ESCAPE);
        fire(robot, "#referrals-part-preserved", "what is preserved");
        fire(robot, "#preserved-hold", "a hold");
        robot.push(KeyCode.ESCAPE);
        fire(robot, "#rail-quality", "second reviews");
        fire(robot, "#rail-practice", "practice");
        fire(robot, "#rail-quality", "quality again");
        for (String part : List.of("DIFFERENCES", "PLAN", "REPLIES")) {
            fire(robot, "#quality-part-" + part, "quality, " + part);
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyControlOfTheDoorAndAnEmptyDeskHasAName(FxRobot robot) throws IOException {
        toImport = Files.writeString(home.resolve("in.jsonl"), Lines.CONTRACT + "\nno json\n");
        open(robot, false);
        look(robot, "first start");
        fire(robot, "#first-import", "protect the desk");
        robot.interact(
                () -> robot.lookup("#make-passphrase").queryTextInputControl().setText("a long passphrase"));
        robot.interact(() -> robot.lookup("#make-again").queryTextInputControl().setText("a long passphrase"));
        fire(robot, "#make-store", "recovery key");
        fire(robot, "#recovery-written", "arrived");
        await().untilAsserted(() ->
                assertThat(robot.lookup("#import-result").tryQuery()).isPresent());
        look(robot, "import result");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
        look(robot, "review of what was imported");

        assertThat(missing).isEmpty();
    }

    private void tabs(FxRobot robot) {
        Set<TabPane> panes = robot.lookup(".tab-pane").queryAllAs(TabPane.class);
        for (TabPane pane : panes) {
            for (int i = 0; i < pane.getTabs().size(); i++) {
                int tab = i;
                robot.interact(() -> pane.getSelectionModel().select(tab));
                look(robot, "tab " + pane.getTabs().get(i).getText());
            }
        }
    }

    private void outcomes(FxRobot robot) {
        Node bar = robot.lookup("#decision-outcomes").query();
        List<Node> buttons = robot.from(bar).lookup((ButtonBase _) -> true).queryAll().stream()
                .map(Node.class::cast)
                .toList();
        assertThat(buttons).hasSizeGreaterThanOrEqualTo(5);
        for (Node button : buttons) {
            robot.interact(((ButtonBase) button)::fire);
            look(robot, "outcome " + ((ButtonBase) button).getText());
        }
    }

    private void fire(FxRobot robot, String id, String where) {
        if (reached(robot, id, id)) {
            robot.interact(robot.lookup(id).queryAs(ButtonBase.class)::fire);
            look(robot, where);
        }
    }

    private void question(FxRobot robot, String where, KeyCode... keys) {
        robot.interact(() -> robot.lookup("#review").query().requestFocus());
        robot.push(keys);
        if (reached(robot, "#dialog", where)) {
            look(robot, where);
        }
        robot.push(KeyCode.ESCAPE);
    }

    private boolean reached(FxRobot robot, String id, String where) {
        try {
            await().until(() -> robot.lookup(id).tryQuery().isPresent());
            return true;
        } catch (ConditionTimeoutException late) {
            missing.put(where, "not reached");
            return false;
        }
    }

    private void look(FxRobot robot, String where) {
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            var found = AccessibleNames.in(stage.getScene().getRoot());
            assertThat(found.seen()).as(where).isPositive();
            found.missing().forEach(place -> missing.putIfAbsent(place, where));
        });
    }

    private void open(FxRobot robot, boolean sample) {
        var around = new Surroundings(new InlineBackground(), new Chosen(), InstantSource.system(), ended::countDown);
        robot.interact(() -> {
            var settings = new Settings(new DeskFolder(home).settings());
            window = new Window(stage, new DeskFolder(home), new Preferences(settings), around);
            window.show(sample);
        });
    }

    private final class Chosen implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.ofNullable(toImport);
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.empty();
        }
    }
}
