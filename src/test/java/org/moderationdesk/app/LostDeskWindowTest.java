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
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
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
    private static final String SAVED = """
        select count(*) from draft d join open_case c on c.id = d.case_id
         where c.item_id = 'B-1' and d.body like '%YES%'
        """;
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
        if (ended.getCount() > 0) {
            robot.interact(window::close);
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatOthersDoIsSeenAndADecisionSentIntoSilenceIsRecordedOnce(FxRobot robot) throws Exception {
        try (var server = PostgresServer.start()) {
            var door = new SharedStoreDoor(server.place(DESK));
            door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
            flag(door, "A-1");
            open(robot, server);
            signIn(robot);
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

            // Gone once more: what is answered now reaches the server by no way, and is kept all the same.
            await().until(() -> item(robot).equals("B-1"));
            server.kill();
            robot.push(KeyCode.Y);
            await().atMost(Duration.ofSeconds(60)).until(() -> seen("#lost-bar"));
            robot.interact(window::signOut);
            assertThat(seen("#dialog")).isTrue();
            assertThat(said(robot)).contains("your answers to B-1 could not be saved");
            robot.interact(() -> Pictures.save(stage.getScene(), "lost-sign-out"));
            fire(robot, "#dialog-act");
            // Whoever signs out is not left before an empty window.
            await().atMost(Duration.ofSeconds(90)).until(() -> seen("#sign-in-screen"));
            robot.interact(window::close);
            assertThat(said(robot))
                    .contains("answers of " + PostgresServer.ADMIN)
                    .doesNotContain("B-1");
            robot.interact(() -> Pictures.save(stage.getScene(), "lost-close"));
            robot.push(KeyCode.ESCAPE);

            server.startAgain();
            assertThat(server.number(DESK, SAVED)).isZero();
            signIn(robot);
            await().atMost(Duration.ofSeconds(30)).until(() -> server.number(DESK, SAVED) == 1);
            fire(robot, "#review-next");
            await().atMost(Duration.ofSeconds(30)).until(() -> item(robot).equals("B-1") && answeredYes(robot));

            // Nobody has noticed yet that it is gone: closing finds out, and asks all the same.
            robot.interact(() -> {
                server.kill();
                assertThat(seen("#lost-bar")).isFalse();
                robot.lookup("#rule-9-1-2-NO").queryAs(ToggleButton.class).fire();
                window.close();
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> seen("#dialog"));
            assertThat(said(robot)).contains("answers of " + PostgresServer.ADMIN);
            robot.push(KeyCode.ESCAPE);
            server.startAgain();
            await().atMost(Duration.ofSeconds(90)).until(() -> seen("#sign-in-screen"));
            signIn(robot);
            await().atMost(Duration.ofSeconds(30)).until(() -> server.number(DESK, SAVED.replace("YES", "NO")) == 1);
            fire(robot, "#review-next");
            await().atMost(Duration.ofSeconds(30)).until(() -> item(robot).equals("B-1"));

            // And for good: who closes is asked, and then the window does end.
            server.kill();
            robot.push(KeyCode.SHIFT, KeyCode.N);
            await().atMost(Duration.ofSeconds(60)).until(() -> seen("#lost-bar"));
            robot.interact(window::close);
            assertThat(said(robot)).contains("your answers to B-1").contains("lost when the window closes");
            fire(robot, "#dialog-act");
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
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

    private void signIn(FxRobot robot) {
        text(robot, "#sign-in-name", PostgresServer.ADMIN);
        text(robot, "#sign-in-password", PostgresServer.PASSWORD);
        fire(robot, "#sign-in");
        await().atMost(Duration.ofSeconds(30)).until(() -> seen("#review-next"));
    }

    private static String item(FxRobot robot) {
        return robot.lookup("#breadcrumb .label").queryAllAs(Label.class).stream()
                .reduce((_, last) -> last)
                .map(Label::getText)
                .orElse("");
    }

    private static String said(FxRobot robot) {
        return robot.lookup("#dialog .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.joining(" "));
    }

    private static boolean answeredYes(FxRobot robot) {
        return robot.lookup((ToggleButton answer) -> answer.isSelected()
                        && answer.getId() != null
                        && answer.getId().endsWith("-YES"))
                .tryQuery()
                .isPresent();
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
