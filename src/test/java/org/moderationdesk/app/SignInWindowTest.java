package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.NativeFileChoice;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.Skills;
import org.moderationdesk.staff.StoredPeople;
import org.moderationdesk.staff.StoredSkills;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Signing in, out and in again in the real window, by keyboard. */
@ExtendWith(ApplicationExtension.class)
final class SignInWindowTest {
    private static final String NOOR = "Noor de Wit";
    private static final String NOORS = "a calm grey heron";
    private static final String BRAM = "Bram";

    private final CountDownLatch ended = new CountDownLatch(1);
    private final TestClock clock = new TestClock();
    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable Window window;
    private String bramsFirst = "";

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
    void aDeskWithoutPeopleOpensAtOnceAndItsFirstPersonEndsThat(FxRobot robot) {
        SmallDesk.make(home, clock);
        open(robot);
        assertThat(seen("#review")).isTrue();
        fire(robot, "#rail-people");
        picture(robot, "people-alone");
        named(robot);

        fire(robot, "#people-first");
        text(robot, "#person-name", NOOR);
        text(robot, "#person-password", NOORS);
        text(robot, "#person-again", NOORS);
        named(robot);
        picture(robot, "people-first");
        fire(robot, "#dialog-act");

        assertThat(seen("#sign-in-screen")).isTrue();
        assertThat(seen("#rail")).isFalse();
        signIn(robot, NOOR, NOORS);
        assertThat(seen("#people")).isTrue();
        assertThat(robot.lookup("#person .label").queryAllAs(Labeled.class))
                .anyMatch(label -> label.getText().equals(NOOR));
    }

    @Test
    void whoSignsInIsOnShiftUntilTheySignOutOrTheDeskCloses(FxRobot robot) throws Exception {
        withPeople();
        open(robot);
        OpenDesk desk = window.desk().orElseThrow();
        assertThat(desk.people().whoIsOnShift()).isEmpty();

        signIn(robot, NOOR, NOORS);
        assertThat(desk.people().whoIsOnShift()).extracting(Member::name).containsExactly(NOOR);
        robot.interact(window::signOut);
        assertThat(desk.people().whoIsOnShift()).isEmpty();
        signIn(robot, NOOR, NOORS);
        assertThat(desk.people().whoIsOnShift()).extracting(Member::name).containsExactly(NOOR);
        robot.interact(window::close);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();

        try (Store store = new StoreDoor(new DeskFolder(home), clock).open(new Unlock.Alone())) {
            var people = new StoredPeople(store, new StoredEventLog(store, clock), clock);
            assertThat(people.find(NOOR)).isPresent();
            assertThat(people.whoIsOnShift()).isEmpty();
        }
    }

    @Test
    void wrongTriesAreToldInOneSentenceAndTheWaitIsCountedDown(FxRobot robot) {
        withPeople();
        new Settings(new DeskFolder(home).settings())
                .write("support", new SupportSettings("Peer support, extension 4400, any hour."));
        open(robot);
        assertThat(seen("#review")).isFalse();
        named(robot);
        picture(robot, "sign-in-light");
        assertThat(words("#desk-state")).isEqualTo("open");
        assertThat(words("#door-support"))
                .isEqualTo("Need to talk to someone? Peer support, extension 4400, any hour.");
        assertThat(words("#door-version")).matches("Version \\d.*");
        assertThat(words("#door-keys")).isEqualTo("all keys");
        robot.push(KeyCode.F1);
        assertThat(robot.lookup("#key-sheet .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Tab", "F1", "Next field or button", "Choose a desk, in its field");
        named(robot);
        robot.push(KeyCode.ESCAPE);
        assertThat(seen("#key-sheet")).isFalse();
        assertThat(robot.lookup("#sign-in-name").query().isFocused()).isTrue();
        signIn(robot, NOOR, "not this one at all");
        assertThat(words("#sign-in-problem")).isEqualTo("Name or password is wrong.");

        for (int i = 0; i < 3; i++) {
            signIn(robot, NOOR, "not this one at all");
        }

        assertThat(words("#sign-in-problem")).contains("Try again in 0:0");
        assertThat(robot.lookup("#sign-in").queryButton().isDisabled()).isTrue();
        picture(robot, "sign-in-waits");
        robot.interact(() -> {
            clock.advance(Duration.ofMinutes(2));
            window.tickLock();
        });
        await().untilAsserted(() ->
                assertThat(robot.lookup("#sign-in").queryButton().isDisabled()).isFalse());
        signIn(robot, NOOR, NOORS);
        assertThat(seen("#review")).isTrue();
    }

    @Test
    void aOneTimePasswordIsExchangedBeforeAnythingElseAndAReviewerHasNoPeopleRoom(FxRobot robot) {
        withPeople();
        open(robot);
        signIn(robot, BRAM, bramsFirst);
        assertThat(seen("#review")).isFalse();
        named(robot);
        picture(robot, "sign-in-must-change");

        text(robot, "#password-next", "short");
        text(robot, "#password-again", "short");
        robot.push(KeyCode.ENTER);
        fire(robot, "#password-keep");
        assertThat(words("#password-problem")).contains("at least 12");
        text(robot, "#password-next", "a brown hare at dawn");
        text(robot, "#password-again", "a brown hare at dawn");
        fire(robot, "#password-keep");

        assertThat(seen("#review")).isTrue();
        assertThat(robot.lookup("#rail-people").tryQuery()).isEmpty();
        assertThat(robot.lookup("#person .label").queryAllAs(Labeled.class))
                .anyMatch(label -> label.getText().equals("Reviewer"));
    }

    @Test
    void theLockAsksThePasswordOfWhoIsSignedInAndAnotherPersonSignsInAnew(FxRobot robot) {
        withPeople();
        open(robot);
        signIn(robot, NOOR, NOORS);
        fire(robot, "#review-next");
        robot.push(KeyCode.SHORTCUT, KeyCode.L);
        assertThat(seen("#lock-screen")).isTrue();
        assertThat(robot.lookup("#lock-continue").tryQuery()).isEmpty();
        named(robot);
        picture(robot, "locked-with-password");

        robot.write("not this one at all");
        robot.push(KeyCode.ENTER);
        assertThat(words("#sign-in-problem")).isEqualTo("That is not the password.");
        assertThat(seen("#review")).isFalse();
        robot.write(NOORS);
        robot.push(KeyCode.ENTER);
        assertThat(seen("#review")).isTrue();

        robot.push(KeyCode.SHORTCUT, KeyCode.L);
        fire(robot, "#lock-other");
        assertThat(seen("#sign-in-screen")).isTrue();
        assertThat(seen("#lock-screen")).isFalse();
        assertThat(seen("#review")).isFalse();
    }

    @Test
    void peopleAreAddedResetAndDisabledAndThePasswordIsShownOnce(FxRobot robot) {
        withPeople();
        open(robot);
        signIn(robot, NOOR, NOORS);
        fire(robot, "#rail-people");
        picture(robot, "people-list");
        named(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        text(robot, "#person-name", "Sanne");
        robot.interact(() ->
                robot.lookup("#person-role-TEAM_LEAD").queryAs(CheckBox.class).setSelected(true));
        fire(robot, "#dialog-act");
        String once = robot.lookup("#one-time-password").queryTextInputControl().getText();
        assertThat(once).hasSize(19);
        picture(robot, "people-once");
        named(robot);
        fire(robot, "#dialog-leave");
        assertThat(robot.lookup("#person-Sanne").tryQuery()).isPresent();

        robot.push(KeyCode.DOWN).push(KeyCode.J).push(KeyCode.P);
        robot.push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(robot.lookup("#one-time-password").queryTextInputControl().getText())
                .isNotEqualTo(once);
        fire(robot, "#dialog-leave");
        picture(robot, "people-chosen");
        robot.push(KeyCode.D).push(KeyCode.TAB).push(KeyCode.ENTER);

        assertThat(robot.lookup("#people-enable-Sanne").tryQuery()).isPresent();
        robot.interact(window::signOut);
        signIn(robot, "Sanne", once);
        assertThat(words("#sign-in-problem")).isEqualTo("Name or password is wrong.");
    }

    @Test
    void whatSomebodyJudgesIsTypedAsCodesAndIsAnEntry(FxRobot robot) {
        withPeople();
        open(robot);
        signIn(robot, NOOR, NOORS);
        fire(robot, "#rail-people");
        robot.push(KeyCode.ENTER);
        focus(robot, "#person-languages");
        robot.write("nl fr,de");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.BACK_SPACE);
        robot.write("qq");
        robot.push(KeyCode.ENTER);
        assertThat(words("#person-languages-problem")).contains("qq");
        fire(robot, "#dialog-act");
        assertThat(seen("#person-languages")).isTrue();

        robot.push(KeyCode.BACK_SPACE);
        robot.push(KeyCode.BACK_SPACE);
        focus(robot, "#person-sections");
        robot.write("8 5.3 99");
        robot.push(KeyCode.ENTER);
        assertThat(words("#person-sections-problem")).contains("99");
        robot.push(KeyCode.BACK_SPACE);
        robot.push(KeyCode.BACK_SPACE);
        focus(robot, "#person-sections-8");
        robot.push(KeyCode.DELETE);
        named(robot);
        picture(robot, "people-skills");
        long before = entries();
        fire(robot, "#dialog-act");

        OpenDesk desk = window.desk().orElseThrow();
        assertThat(new StoredSkills(desk.store(), desk.log()).of(BRAM))
                .isEqualTo(new Skills(Set.of("nl", "fr"), Set.of("5.3")));
        assertThat(entries()).isEqualTo(before + 1);
        assertThat(words("#person-judges-Bram")).isEqualTo("fr, nl in sections 5.3");
        picture(robot, "people-judges");
    }

    private long entries() {
        return window.desk().orElseThrow().store().read(handle -> handle.createQuery(
                        "select count(*) from event where kind = 'PERSON_CHANGED'")
                .mapTo(Long.class)
                .one());
    }

    private static void focus(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).query().requestFocus());
    }

    private void withPeople() {
        SmallDesk.make(home, clock, desk -> {
            var people = new StoredPeople(desk.store(), new StoredEventLog(desk.store(), clock), clock);
            var roles = Set.of(Role.ADMINISTRATOR, Role.TEAM_LEAD, Role.REVIEWER);
            Person noor =
                    people.first(Person.alone("me"), NOOR, roles, true, NOORS).person();
            bramsFirst = people.add(noor, BRAM, Set.of(Role.REVIEWER), false);
        });
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

    private static void signIn(FxRobot robot, String name, String password) {
        text(robot, "#sign-in-name", name);
        text(robot, "#sign-in-password", password);
        robot.interact(() -> robot.lookup("#sign-in-password").query().requestFocus());
        robot.push(KeyCode.ENTER);
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
