package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.editions.ExampleEdition;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.NativeFileChoice;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An edition that comes into force under the real window, with a clock that the test moves. */
@ExtendWith(ApplicationExtension.class)
final class EditionWindowTest {
    private static final Person NOOR = Person.alone("noor");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final TestClock clock = new TestClock();
    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable Window window;

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
    void anOpenCaseGoesOnWithTheNewEditionAndWhatReadsOtherwiseIsAskedAnew(FxRobot robot) {
        SmallDesk.make(home, clock, desk -> {
            var announced = desk.editions()
                    .bringIn(NOOR, ExampleEdition.files(), clock.instant().plus(SOON));
            assertThat(announced.changes()).isNotEmpty();
        });
        open(robot);
        // On arriving it is asked once; later is an answer as well.
        assertThat(words(robot, "#dialog .size-16")).isEqualTo("Edition 2026-12 of the guidelines");
        picture(robot, "window-edition-asked");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#edition-reminder").queryAs(Hyperlink.class).getText())
                .isEqualTo("Read edition 2026-12");
        next(robot);
        await().untilAsserted(() -> assertThat(seen("#decision-outcomes")).isTrue());
        answer(robot, "5-3-1");
        answer(robot, "5-3-3");
        assertThat(words(robot, "#checklist-edition")).contains("2020-12");

        clock.advance(SOON);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(words(robot, "#status-message")).contains("2026-12"));
        robot.interact(
                () -> robot.lookup("#rail-review").queryAs(ButtonBase.class).fire());
        await().untilAsserted(() -> assertThat(seen("#decision-outcomes")).isTrue());

        assertThat(answered(robot, "5-3-1")).isTrue();
        assertThat(answered(robot, "5-3-3")).as("it reads otherwise now").isFalse();
        assertThat(words(robot, "#checklist-edition")).contains("2026-12");
        assertThat(robot.lookup("#edition-reminder").query().isVisible()).isFalse();
        picture(robot, "window-edition-came");
    }

    @Test
    void whereItMustBeReadTheNextCaseComesOnceItIs(FxRobot robot) {
        SmallDesk.make(home, clock, desk -> {
            var brought = desk.editions().bringIn(NOOR, ExampleEdition.files(), null);
            assertThat(brought.changes()).isNotEmpty();
            desk.readers().mustRead(NOOR, true);
        });
        open(robot);
        robot.push(KeyCode.ESCAPE);
        next(robot);
        assertThat(seen("#decision-outcomes")).isFalse();
        assertThat(words(robot, "#status-message")).startsWith("First read what is new");
        picture(robot, "window-edition-first");

        robot.interact(
                () -> robot.lookup("#edition-reminder").queryAs(Hyperlink.class).fire());
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        robot.interact(
                () -> robot.lookup("#rail-review").queryAs(ButtonBase.class).fire());
        next(robot);

        await().untilAsserted(() -> assertThat(seen("#decision-outcomes")).isTrue());
    }

    @Test
    void whatIsWithdrawnIsAskedOfNobodyAnyMoreUntilItIsBroughtBack(FxRobot robot) {
        SmallDesk.make(home, clock, desk -> {
            var announced = desk.editions()
                    .bringIn(NOOR, ExampleEdition.files(), clock.instant().plus(SOON));
            assertThat(announced.changes()).isNotEmpty();
        });
        open(robot);
        robot.push(KeyCode.ESCAPE);
        robot.interact(
                () -> robot.lookup("#edition-reminder").queryAs(Hyperlink.class).fire());
        await().untilAsserted(() -> assertThat(seen("#editions-withdraw")).isTrue());

        robot.push(KeyCode.DELETE);
        await().untilAsserted(() -> assertThat(seen("#dialog-act")).isTrue());
        robot.interact(
                () -> robot.lookup("#dialog-act").queryAs(ButtonBase.class).fire());
        await().untilAsserted(() -> assertThat(seen("#editions-bring-back")).isTrue());
        await().untilAsserted(() -> assertThat(seen("#edition-reminder")).isFalse());
        picture(robot, "window-edition-withdrawn");

        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        await().untilAsserted(() -> assertThat(seen("#editions-withdraw")).isTrue());
        await().untilAsserted(() -> assertThat(seen("#edition-reminder")).isTrue());
    }

    private void open(FxRobot robot) {
        var around = new Surroundings(new InlineBackground(), new NativeFileChoice(stage), clock, ended::countDown);
        robot.interact(() -> {
            var settings = new Settings(new DeskFolder(home).settings());
            window = new Window(stage, new DeskFolder(home), new Preferences(settings), around);
            window.show(false);
            stage.setWidth(1440);
            stage.setHeight(900);
        });
    }

    private static void next(FxRobot robot) {
        robot.interact(
                () -> robot.lookup("#review-next").queryAs(ButtonBase.class).fire());
    }

    private static Optional<ToggleButton> yes(FxRobot robot, String clause) {
        return robot.lookup((ToggleButton answer) ->
                        answer.getId() != null && answer.getId().endsWith(clause + "-YES"))
                .tryQuery();
    }

    private static void answer(FxRobot robot, String clause) {
        robot.interact(() -> yes(robot, clause).orElseThrow().fire());
        assertThat(answered(robot, clause)).isTrue();
    }

    private static boolean answered(FxRobot robot, String clause) {
        return yes(robot, clause).orElseThrow().isSelected();
    }

    private boolean seen(String id) {
        Node node = stage.getScene().lookup(id);
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    private static String words(FxRobot robot, String id) {
        Optional<Labeled> label = robot.lookup(id).tryQueryAs(Labeled.class);
        return label.map(Labeled::getText).orElse("");
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(stage.getScene(), name));
    }
}
