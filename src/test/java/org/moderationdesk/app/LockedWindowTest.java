package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.fx.BusyTime;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.NativeFileChoice;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.LockSettings;
import org.moderationdesk.settings.Settings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The lock over the real window, with a clock that the test moves. */
@ExtendWith(ApplicationExtension.class)
final class LockedWindowTest {
    /** What the key may take until the desk is gone from the window, on a machine that does other things as well. */
    private static final Duration MOST = Duration.ofMillis(100);

    private static final String UNMISTAKABLE = "an unmistakable rationale";

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
    void theKeyTakesTheDeskOutOfSightAtOnceAndContinueBringsItBackAsItWas(FxRobot robot) {
        openCase(robot);
        robot.push(KeyCode.Y);
        String item = item(robot);
        var covering = new AtomicReference<Duration>();

        robot.interact(() -> {
            Node focus = stage.getScene().getFocusOwner();
            var busy = new BusyTime();
            Event.fireEvent(focus, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.L, false, true, false, false));
            covering.set(busy.soFar());
            assertThat(seen("#review")).isFalse();
        });

        assertThat(covering.get()).isLessThan(MOST);
        assertThat(seen("#lock-screen")).isTrue();
        robot.interact(() -> Pictures.save(stage.getScene(), "window-locked"));
        robot.push(KeyCode.ENTER);
        assertThat(seen("#lock-screen")).isFalse();
        assertThat(seen("#review")).isTrue();
        assertThat(item(robot)).isEqualTo(item);
    }

    @Test
    void keysOfTheDeskDoNothingBehindTheLock(FxRobot robot) {
        openCase(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.L);

        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        robot.push(KeyCode.F1);

        assertThat(seen("#lock-screen")).isTrue();
        assertThat(robot.lookup("#palette-list").tryQuery()).isEmpty();
        assertThat(robot.lookup("#key-sheet").queryAll()).hasSize(1);
        assertThat(robot.lookup("#lock-screen #key-sheet .label").queryAllAs(Label.class))
                .as("the keys of the lock and no other")
                .extracting(Label::getText)
                .contains("F1", "Continue")
                .doesNotContain("Ctrl K", "Ctrl 3");
        robot.push(KeyCode.ESCAPE).push(KeyCode.ENTER);
        assertThat(seen("#review")).isTrue();
    }

    @Test
    void nothingHangsAboveTheLock(FxRobot robot) {
        openCase(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        robot.interact(() -> robot.lookup((ComboBox<?> _) -> true)
                .queryAllAs(ComboBox.class)
                .iterator()
                .next()
                .show());
        assertThat(popUps()).isPositive();

        robot.interact(() -> window.lock());

        assertThat(popUps()).isZero();
    }

    @Test
    void afterFiveMinutesWithoutInputTheDeskLocksItself(FxRobot robot) {
        openCase(robot);
        long tenSeconds = 10;
        for (int i = 0; i < 29; i++) {
            pass(robot, Duration.ofSeconds(tenSeconds));
        }
        assertThat(seen("#lock-screen")).isFalse();

        pass(robot, Duration.ofSeconds(tenSeconds));

        assertThat(seen("#lock-screen")).isTrue();
        assertThat(words(robot, "#lock-why")).contains("5 min without input");
    }

    @Test
    void aComputerThatHadSleptFindsItsDeskLocked(FxRobot robot) {
        openCase(robot);

        pass(robot, Duration.ofMinutes(2));

        assertThat(seen("#lock-screen")).isTrue();
        assertThat(words(robot, "#lock-why")).contains("asleep");
    }

    @Test
    void theCaseGoesBackWhenItsLeaseEndsAndComesAgainWithItsAnswers(FxRobot robot) {
        openCase(robot);
        String item = item(robot);
        robot.push(KeyCode.Y);
        robot.push(KeyCode.SHORTCUT, KeyCode.L);
        assertThat(words(robot, "#lock-case")).contains(item);

        for (int i = 0; i < 61; i++) {
            pass(robot, Duration.ofSeconds(10));
        }

        assertThat(words(robot, "#lock-case")).contains("went back");
        assertThat(seen("#lock-screen")).isTrue();
        robot.push(KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(item(robot)).isEqualTo(item));
        assertThat(robot.lookup((ToggleButton answer) -> answer.isSelected()
                                && answer.getId() != null
                                && answer.getId().endsWith("-YES"))
                        .tryQuery())
                .isPresent();
    }

    @Test
    void theIdleLockGivesTheCaseBackAfterTheSetWhileAndKeepsUnsentAnswersEncrypted(FxRobot robot) throws IOException {
        var preferences = new Preferences(new Settings(new DeskFolder(home).settings()));
        preferences.keep(new LockSettings(3, 2));
        openCase(robot);
        String item = item(robot);
        robot.push(KeyCode.Y);
        robot.interact(() ->
                robot.lookup("#decision-rationale").queryTextInputControl().setText(UNMISTAKABLE));
        for (int tenSeconds = 0; tenSeconds < 18; tenSeconds++) {
            pass(robot, Duration.ofSeconds(10));
        }
        assertThat(seen("#lock-screen")).isTrue();
        assertThat(words(robot, "#lock-case")).contains(item).doesNotContain("went back");
        Store store = window.desk().orElseThrow().store();
        assertThat(drafts(store)).as("kept as soon as it locks").contains(UNMISTAKABLE);
        assertThat(leases(store)).isEqualTo(1);

        for (int tenSeconds = 0; tenSeconds < 12; tenSeconds++) {
            pass(robot, Duration.ofSeconds(10));
        }

        assertThat(words(robot, "#lock-case")).contains("went back");
        assertThat(leases(store)).as("well before it would have ended").isZero();
        assertThat(drafts(store)).contains(UNMISTAKABLE);
        int unused = store.write(handle -> handle.execute("checkpoint sync"));
        assertThat(filesWith(UNMISTAKABLE)).isEmpty();
        Path planted = Files.writeString(home.resolve("planted"), "x" + UNMISTAKABLE, StandardCharsets.UTF_16LE);
        assertThat(filesWith(UNMISTAKABLE)).containsExactly(planted);
        robot.push(KeyCode.ENTER);
        await().untilAsserted(() -> assertThat(item(robot)).isEqualTo(item));
        assertThat(robot.lookup("#decision-rationale").queryTextInputControl().getText())
                .isEqualTo(UNMISTAKABLE);
    }

    /** Files of the desk in which words stand in the clear, whatever their encoding. */
    private List<Path> filesWith(String words) throws IOException {
        String wide = new String(words.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        List<Path> found = new ArrayList<>();
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (content.contains(words) || content.contains(wide)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String drafts(Store store) {
        List<String> bodies = store.read(handle ->
                handle.createQuery("select body from draft").mapTo(String.class).list());
        return String.join(" ", bodies);
    }

    private static long leases(Store store) {
        return store.read(handle -> handle.createQuery("select count(*) from lease")
                .mapTo(Long.class)
                .one());
    }

    private void openCase(FxRobot robot) {
        var around = new Surroundings(new InlineBackground(), new NativeFileChoice(stage), clock, ended::countDown);
        SmallDesk.make(home, clock);
        robot.interact(() -> {
            var settings = new Settings(new DeskFolder(home).settings());
            window = new Window(stage, new DeskFolder(home), new Preferences(settings), around);
            window.show(false);
            stage.setWidth(1440);
            stage.setHeight(900);
        });
        robot.interact(
                () -> robot.lookup("#review-next").queryAs(ButtonBase.class).fire());
        await().untilAsserted(() -> assertThat(seen("#decision-outcomes")).isTrue());
    }

    private void pass(FxRobot robot, Duration time) {
        robot.interact(() -> {
            clock.advance(time);
            window.tickLock();
        });
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

    private static String item(FxRobot robot) {
        return robot.lookup("#breadcrumb .label").queryAllAs(Label.class).stream()
                .reduce((_, last) -> last)
                .map(Label::getText)
                .orElse("");
    }

    private static String words(FxRobot robot, String id) {
        Optional<Labeled> label = robot.lookup(id).tryQueryAs(Labeled.class);
        return label.map(Labeled::getText).orElse("");
    }

    private static long popUps() {
        return javafx.stage.Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .count();
    }
}
