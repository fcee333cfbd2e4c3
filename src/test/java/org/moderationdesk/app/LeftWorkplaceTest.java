package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.ForgottenEvents;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A workplace that the window left, as at each sign-out and change of language, is held by nothing. */
@ExtendWith(ApplicationExtension.class)
final class LeftWorkplaceTest {
    private static final List<String> PLACES = List.of(
            "review",
            "guidelines",
            "settings",
            "people",
            "approvals",
            "referrals",
            "calibration",
            "quality",
            "practice",
            "queues",
            "decisions",
            "insights");

    private final TestClock clock = new TestClock();
    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable RealWindow window;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        window.close(robot);
    }

    @Test
    void whatWasShownThereIsCollected(FxRobot robot) {
        SmallDesk.make(home, clock);
        window = new RealWindow(stage, home, clock);
        window.open(robot, Language.EN);
        List<WeakReference<Node>> left = new ArrayList<>();
        for (int again = 0; again < 3; again++) {
            for (String place : PLACES) {
                robot.interact(() ->
                        robot.lookup("#rail-" + place).queryAs(ButtonBase.class).fire());
                if (place.equals("review")) {
                    robot.push(KeyCode.ENTER);
                }
            }
            robot.interact(() -> left.add(new WeakReference<>(stage.getScene().lookup("#rail-review"))));
            var other = new Appearance(again % 2 == 0 ? Language.NL : Language.EN, false, 100);
            robot.interact(() -> window.window().change(other));
        }

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            robot.interact(ForgottenEvents::forget);
            System.gc();
            assertThat(left).filteredOn(one -> one.get() != null).isEmpty();
        });
    }
}
