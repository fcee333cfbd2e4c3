package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.BusyTime;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class HostileTextViewTest {
    private static final String EMOJI = "\uD83D\uDE00";

    private HostileTextView view;
    private Scene scene;

    @Start
    void show(Stage stage) {
        // Not before: no list can be made while no toolkit runs.
        view = new HostileTextView(new InlineBackground(), "text");
        scene = new Scene(new StackPane(view.node()), 424, 376);
        new Theme(List.of("items")).dress(scene);
        stage.setScene(scene);
        stage.setWidth(424);
        stage.setHeight(376);
        stage.show();
    }

    @Test
    void aChosenSpanIsCountedInCodePointsAlsoAfterEmoji(FxRobot robot) {
        show(robot, EMOJI + EMOJI + " cake");
        robot.interact(() -> view.node().requestFocus());

        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.END);

        assertThat(view.toMark()).isEqualTo(new TextSpan(3, 7));
    }

    @Test
    void whatIsDraggedOverWithTheMouseIsChosenToTheLetter(FxRobot robot) {
        show(robot, "ab" + EMOJI + "\u202Ecd");
        Bounds box = robot.lookup(".invisible-box")
                .query()
                .localToScreen(robot.lookup(".invisible-box").query().getBoundsInLocal());

        robot.interact(() -> view.choose(new TextSpan(0, 0)));
        robot.moveTo(box.getMinX() - 1, box.getCenterY());
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(box.getMaxX() + 1, box.getCenterY());
        robot.release(MouseButton.PRIMARY);

        assertThat(view.toMark()).isEqualTo(new TextSpan(3, 4));
    }

    @Test
    void withNothingChosenTheRowOfTheCaretIsMarked(FxRobot robot) {
        show(robot, "first line\nsecond line");
        robot.interact(() -> view.node().requestFocus());

        robot.push(KeyCode.DOWN);

        assertThat(view.toMark()).isEqualTo(new TextSpan(11, 22));
    }

    @Test
    void markupIsShownAsItStandsAndNoLinkCanBeFollowed(FxRobot robot) {
        show(robot, "<a href='https://evil.example'>click</a> https://good.example@evil.example/x");

        assertThat(robot.lookup((javafx.scene.Node node) -> node instanceof Hyperlink)
                        .tryQuery())
                .isEmpty();
        assertThat(robot.lookup(".host-box").<Label>queryAll())
                .extracting(Label::getText)
                .containsOnly("evil.example");
        assertThat(robot.lookup(".piece-cell").query().getAccessibleText()).contains("<a href=");
    }

    @Test
    void hiddenCharactersAreBoxes(FxRobot robot) {
        show(robot, "invoice\u202Efdp.exe\u200B");

        assertThat(robot.lookup(".invisible-box").<Label>queryAll())
                .extracting(Label::getText)
                .containsExactlyInAnyOrder("RLO", "ZWSP");
    }

    @Test
    void aLineOfAMillionCharactersDoesNotFreezeTheWindow(FxRobot robot) {
        Duration first = timeToShow(robot, "x".repeat(1_000));
        Duration small = timeToShow(robot, "y".repeat(5_000));

        Duration huge = timeToShow(robot, "z".repeat(1_000_000));
        Duration hidden = timeToShow(robot, "\u200B\u202E".repeat(500_000));

        assertThat(first).isPositive();
        assertThat(huge).isLessThan(small.multipliedBy(10).plusMillis(300)).isLessThan(Duration.ofSeconds(1));
        assertThat(hidden).isLessThan(Duration.ofSeconds(2));
        assertThat(robot.lookup(".piece-cell").queryAll()).hasSizeLessThan(60);
    }

    @Test
    void theEndOfALongTextIsReachedByKeysAndMarkedThere(FxRobot robot) {
        show(robot, "word ".repeat(200_000));
        robot.interact(() -> view.node().requestFocus());

        robot.push(KeyCode.SHORTCUT, KeyCode.END);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);

        assertThat(view.toMark()).isEqualTo(new TextSpan(999_999, 1_000_000));
    }

    /** How long the JavaFX thread is busy; the text is cut into rows on this thread meanwhile. */
    private Duration timeToShow(FxRobot robot, String text) {
        var aside = new Aside();
        var slow = new HostileTextView(aside, "text");
        robot.interact(() -> {
            scene.setRoot(new StackPane(slow.node()));
            slow.show(text);
            layOut();
        });
        Runnable deliver = aside.work();
        var taken = new AtomicReference<>(Duration.ZERO);
        robot.interact(() -> {
            var busy = new BusyTime();
            deliver.run();
            layOut();
            taken.set(busy.soFar());
        });
        return taken.get();
    }

    /** Leaves the work to the thread of the test. */
    private static final class Aside implements Background {
        private Callable<Runnable> asked = () -> () -> {};

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            asked = () -> {
                T done = work.call();
                return () -> onDone.accept(done);
            };
        }

        Runnable work() {
            try {
                return asked.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private void show(FxRobot robot, String text) {
        robot.interact(() -> {
            view.show(text);
            layOut();
        });
    }

    private void layOut() {
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
    }
}
