package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.NativeFileChoice;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.Settings;
import org.testfx.api.FxRobot;

/** The real window over the desk in a folder, by a clock of the test, and what is to be seen in it. */
final class RealWindow {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Stage stage;
    private final Path home;
    private final InstantSource clock;
    private @Nullable Window window;

    RealWindow(Stage stage, Path home, InstantSource clock) {
        this.stage = stage;
        this.home = home;
        this.clock = clock;
    }

    /** Shows it, light, at 1440x900. */
    void open(FxRobot robot, Language language) {
        var around = new Surroundings(new InlineBackground(), new NativeFileChoice(stage), clock, ended::countDown);
        var folder = new DeskFolder(home);
        new Settings(folder.settings()).write("appearance", new Appearance(language, false, 100));
        robot.interact(() -> {
            window = new Window(stage, folder, new Preferences(new Settings(folder.settings())), around);
            window.show(false);
            stage.setWidth(1440);
            stage.setHeight(900);
        });
    }

    Window window() {
        return Objects.requireNonNull(window);
    }

    /** Whether a part is there and nothing around it is hidden. */
    boolean isSeen(String id) {
        Node node = stage.getScene().lookup(id);
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    void close(FxRobot robot) throws InterruptedException {
        robot.interact(() -> window().close());
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
