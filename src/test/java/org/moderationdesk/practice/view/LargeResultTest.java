package org.moderationdesk.practice.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.BusyTime;
import org.moderationdesk.practice.PractisedDesk;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The result of a run through 10,000 items is gone through as that of a small one is: no step holds the window up. */
@ExtendWith(ApplicationExtension.class)
final class LargeResultTest {
    private static final int ITEMS = 10_000;
    private static final Duration A_STEP = Duration.ofMillis(300);

    private static PractisedDesk desk;

    @TempDir
    private static Path media;

    @TempDir
    private Path folder;

    private final Aside aside = new Aside();
    private Stage stage;

    @BeforeAll
    static void open() {
        desk = new PractisedDesk(media);
        assertThat(desk.goneThrough(ITEMS, FLEUR).score()).isNotNull();
        System.gc();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Start
    void start(Stage given) {
        stage = given;
    }

    @Test
    void everyRowOfItIsReachedAtOnce(FxRobot robot) {
        var window = new WatchedPractice(desk, robot, stage, folder, aside);
        window.show(FLEUR, Language.EN, false, 1_368, 832);
        aside.settle(robot);
        robot.interact(() -> robot.lookup("#practice-runs").queryTableView().requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(window.line().sentences()).last().isEqualTo("The result of 10,000 items is being read.");
        aside.settle(robot);
        assertThat(aside.longest).as("what came is shown").isLessThan(A_STEP);

        assertThat(window.words("#practice-right")).isEqualTo("5,000 of 10,000");
        TableView<?> items = robot.lookup("#practice-items").queryTableView();
        for (Object[] tab : new Object[][] {{"ALL", ITEMS}, {"MISSED", ITEMS / 2}}) {
            var button = robot.lookup("#practice-tab-" + tab[0]).queryAs(ToggleButton.class);
            assertThat(took(robot, button::fire)).as("listed").isLessThan(A_STEP);
            assertThat(items.getItems()).hasSize((int) tab[1]);
            for (int at : new int[] {(int) tab[1] - 1, (int) tab[1] / 2, 0}) {
                assertThat(took(robot, () -> {
                            items.getSelectionModel().clearAndSelect(at);
                            items.scrollTo(at);
                        }))
                        .as("row %d", at)
                        .isLessThan(A_STEP);
                assertThat(rowsLaidOut(items)).as("rows laid out").isBetween(3L, 30L);
            }
        }
        robot.interact(items::requestFocus);
        robot.push(KeyCode.END);
        assertThat(items.getSelectionModel().getSelectedIndex()).isEqualTo(ITEMS / 2 - 1);
        window.picture("practice-large-result");
        window.close();
    }

    private static long rowsLaidOut(Node table) {
        return table.lookupAll(".table-row-cell").size();
    }

    /** How long the thread of the window is at something, layout and style included. */
    private Duration took(FxRobot robot, Runnable act) {
        var passed = new AtomicReference<Duration>();
        robot.interact(() -> {
            var busy = new BusyTime();
            act.run();
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            passed.set(busy.soFar());
        });
        return passed.get();
    }

    /** Leaves the work to the thread of the test, and tells how long the window's is at what came of it. */
    private final class Aside implements Background {
        private final Queue<Callable<Runnable>> asked = new ArrayDeque<>();
        private Duration longest = Duration.ZERO;

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            asked.add(() -> {
                T done = work.call();
                return () -> onDone.accept(done);
            });
        }

        void settle(FxRobot robot) {
            while (!asked.isEmpty()) {
                Runnable deliver = worked(asked.remove());
                Duration shown = took(robot, deliver);
                longest = shown.compareTo(longest) > 0 ? shown : longest;
            }
        }

        private static Runnable worked(Callable<Runnable> work) {
            try {
                return work.call();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
