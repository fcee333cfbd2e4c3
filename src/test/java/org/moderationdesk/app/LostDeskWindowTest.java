package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.fx.NativeFileChoice;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ThreadedBackground;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.settings.SharedDesks;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The real window while others work at the same desk, and while its server is gone and comes back. */
@OnPostgres
@ExtendWith(ApplicationExtension.class)
final class LostDeskWindowTest {
    private static final String DESK = "lost";
    private static final String LINE = """
        {"id":"%s","kind":"TEXT","text":"Een bericht","language":"nl","author":{"id":"u-%s"},\
        "reports":[{"id":"r-1","source":"USER","reason":"melding","sections":["9.1"],"at":"2026-11-02T11:00:00Z"}]}
        """;

    private final CountDownLatch ended = new CountDownLatch(1);
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
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatOthersDoIsSeenAndADecisionSentIntoSilenceIsRecordedOnce(FxRobot robot) throws Exception {
        try (var server = PostgresServer.start()) {
            var door = new SharedStoreDoor(server.place(DESK));
            door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
            flag(door, "A-1");
            open(robot, server);
            text(robot, "#sign-in-name", PostgresServer.ADMIN);
            text(robot, "#sign-in-password", PostgresServer.PASSWORD);
            fire(robot, "#sign-in");
            await().atMost(Duration.ofSeconds(30)).until(() -> seen("#review-next"));
            fire(robot, "#review-next");
            await().until(() -> server.number(DESK, "select count(*) from lease") == 1);

            // Somebody else brings a case in: the list shows it by itself.
            await().until(() -> listed(robot) == 1);
            flag(door, "B-1");
            await().atMost(Duration.ofSeconds(10)).until(() -> listed(robot) == 2);

            await().until(() -> seen("#checklist") || seen("#review-column"));
            robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.DIGIT4);
            server.kill();
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            await().atMost(Duration.ofSeconds(60)).until(() -> seen("#lost-bar") && seen("#review-notice"));
            assertThat(words("#lost-words")).contains("What was recorded is safe");
            robot.interact(() -> Pictures.save(stage.getScene(), "lost-store"));

            server.startAgain();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> server.number(DESK, "select count(*) from decision") == 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> !seen("#lost-bar"));
            assertThat(server.number(DESK, "select count(*) from event where kind = 'DECIDED'"))
                    .isEqualTo(1);

            // Gone once more, and for good: whoever signs out is not left before an empty window.
            server.kill();
            robot.interact(window::signOut);
            await().atMost(Duration.ofSeconds(90)).until(() -> seen("#sign-in-screen"));
        }
    }

    private static void flag(SharedStoreDoor door, String item) throws Exception {
        Path folder = Files.createTempDirectory("flagged");
        Path lines = Files.writeString(folder.resolve("in.jsonl"), LINE.formatted(item, item));
        try (OpenDesk desk = desk(door, folder)) {
            var unused = desk.intake().importFile(lines, PostgresServer.ADMIN, ImportProgress.NONE);
        }
    }

    private static OpenDesk desk(SharedStoreDoor door, Path folder) throws StoreRefused, IOException {
        PostgresStore store = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        var work = new Preferences(new Settings(folder)).work();
        return new OpenDesk(
                new DeskFolder(folder), store, new BookReader().read(OpenDesk.EDITION), work, InstantSource.system());
    }

    private void open(FxRobot robot, PostgresServer server) {
        var around = new Surroundings(
                new ThreadedBackground(), new NativeFileChoice(stage), InstantSource.system(), ended::countDown);
        robot.interact(() -> {
            var preferences = new Preferences(new Settings(new DeskFolder(home).settings()));
            preferences.keep(SharedDesks.none()
                    .with(new SharedDesks.Known(server.place(DESK).url(), null)));
            window = new Window(stage, new DeskFolder(home), preferences, around);
            window.show(false);
            stage.setWidth(1440);
            stage.setHeight(900);
        });
    }

    private int listed(FxRobot robot) {
        return robot.lookup("#queue-list")
                .tryQueryAs(ListView.class)
                .map(list -> list.getItems().size())
                .orElse(0);
    }

    private static void text(FxRobot robot, String id, String words) {
        robot.interact(() -> robot.lookup(id).queryTextInputControl().setText(words));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private String words(String id) {
        Node node = stage.getScene().lookup(id);
        return node instanceof Labeled label ? label.getText() : "";
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
}
