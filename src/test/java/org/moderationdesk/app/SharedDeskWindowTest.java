package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.NativeFileChoice;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ThreadedBackground;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.items.Lines;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The real window on a shared desk: found, signed in to, worked at, left, and found again at the next start. */
@OnPostgres
@ExtendWith(ApplicationExtension.class)
final class SharedDeskWindowTest {
    private static final String DESK = "window";
    private static final String SECRET = "a calm grey heron";

    private static PostgresServer server;
    private static String once = "";

    private final CountDownLatch ended = new CountDownLatch(1);
    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable Window window;

    @BeforeAll
    static void prepare(@TempDir Path folder) throws Exception {
        server = PostgresServer.shared();
        var door = new SharedStoreDoor(server.place(DESK));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        Path lines = Files.writeString(folder.resolve("one-case.jsonl"), Lines.CONTRACT + "\n");
        var work = new Preferences(new Settings(folder)).work();
        try (PostgresStore store = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
                var desk = new OpenDesk(
                        new DeskFolder(folder),
                        store,
                        new BookReader().read(OpenDesk.EDITION),
                        work,
                        InstantSource.system())) {
            var unused = desk.intake().importFile(lines, PostgresServer.ADMIN, ImportProgress.NONE);
            once = desk.people()
                    .add(
                            Person.alone(PostgresServer.ADMIN),
                            "window-noor",
                            Set.of(Role.ADMINISTRATOR, Role.REVIEWER),
                            false);
        }
    }

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        robot.interact(window::close);
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSharedDeskIsChosenSignedInToAndFoundAgain(FxRobot robot) throws Exception {
        open(robot);
        await().until(() -> seen("#first-shared"));
        fire(robot, "#first-shared");
        named(robot);
        text(robot, "#shared-address", "db.example.org");
        fire(robot, "#shared-on");
        assertThat(words("#shared-problem")).contains("db.example.org/desk");
        picture(robot, "shared-address");
        text(robot, "#shared-address", "127.0.0.1:1/desk?sslmode=disable");
        fire(robot, "#shared-on");
        await().untilAsserted(() -> assertThat(words("#desk-state")).isEqualTo("not reachable"));
        assertThat(words("#desk-why")).contains("127.0.0.1:1/desk does not answer");
        named(robot);
        picture(robot, "shared-not-reachable");
        signIn(robot, "window-noor", once);
        // Why is said at the desk already.
        await().untilAsserted(() -> assertThat(words("#sign-in-problem")).isEqualTo("You are not signed in."));

        desks(robot, 2);
        text(robot, "#shared-address", server.place(DESK).url());
        fire(robot, "#shared-on");
        assertThat(robot.lookup("#desk-choice").queryAs(ComboBox.class).getValue())
                .isNotNull();
        await().untilAsserted(() -> assertThat(words("#desk-state")).isEqualTo("connected"));
        assertThat(seen("#desk-why")).isFalse();
        named(robot);
        signIn(robot, "window-noor", "not the one");
        await().untilAsserted(() -> assertThat(words("#sign-in-problem")).isEqualTo("Name or password is wrong."));
        picture(robot, "shared-sign-in");
        signIn(robot, "window-noor", once);
        await().until(() -> seen("#password-next"));
        text(robot, "#password-next", SECRET);
        text(robot, "#password-again", SECRET);
        fire(robot, "#password-keep");
        await().atMost(Duration.ofSeconds(20)).until(() -> seen("#review-next"));
        assertThat(words("#status-chain")).isEqualTo("Log not verified here");
        fire(robot, "#review-next");
        await().until(() -> server.number(DESK, "select count(*) from lease where holder = 'window-noor'") == 1);

        robot.interact(() -> robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3));
        await().until(() -> seen("#shared-store-card"));
        assertThat(robot.lookup("#settings-backup").tryQuery()).isEmpty();
        picture(robot, "shared-settings");

        robot.interact(window::signOut);
        await().until(() -> seen("#sign-in-screen"));
        assertThat(server.number(DESK, "select count(*) from lease")).isZero();
        assertThat(Files.readString(home.resolve("settings").resolve("desks.json")))
                .contains(DESK)
                .doesNotContain(SECRET)
                .doesNotContain("window-noor");
        signIn(robot, "window-noor", SECRET);
        await().atMost(Duration.ofSeconds(20)).until(() -> seen("#shared-store-card"));
    }

    private void desks(FxRobot robot, int index) {
        robot.interact(() -> {
            ComboBox<?> choice = robot.lookup("#desk-choice").queryAs(ComboBox.class);
            choice.getSelectionModel().select(index);
        });
        await().until(() -> seen("#shared-address"));
    }

    private void open(FxRobot robot) {
        var around = new Surroundings(
                new ThreadedBackground(), new NativeFileChoice(stage), InstantSource.system(), ended::countDown);
        robot.interact(() -> {
            var settings = new Settings(new DeskFolder(home).settings());
            window = new Window(stage, new DeskFolder(home), new Preferences(settings), around);
            window.show(false);
            stage.setWidth(1440);
            stage.setHeight(900);
        });
    }

    private static void signIn(FxRobot robot, String name, String password) {
        text(robot, "#sign-in-name", name);
        text(robot, "#sign-in-password", password);
        fire(robot, "#sign-in");
    }

    private static void text(FxRobot robot, String id, String words) {
        robot.interact(() -> robot.lookup(id).queryTextInputControl().setText(words));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private void named(FxRobot robot) {
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing()).isEmpty();
        });
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(stage.getScene(), name));
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
