package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ReadableWords;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.HoldKind;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The ways to orders and to what is preserved in the real window, and who has none. */
@ExtendWith(ApplicationExtension.class)
final class OrderWindowTest {
    private static final Person ALONE = Person.alone("computer");
    private static final Person RUTH = new Person("ruth", Set.of(Role.ADMINISTRATOR), false);
    private static final Person BRAM = new Person("bram", Set.of(Role.REVIEWER), true);
    private static final String PASSWORD = "a calm grey heron";

    private final TestClock clock = new TestClock();
    private @TempDir @Nullable Path home;
    private @Nullable Stage stage;
    private @Nullable RealWindow window;
    private String once = "";

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        window.close(robot);
    }

    @Test
    void theBellLeadsToTheOrderAndKeysToWhatElseIsThere(FxRobot robot) {
        SmallDesk.make(home, clock, desk -> {
            order(desk, ALONE);
            String item = desk.queue()
                    .page(ALONE, CaseFilter.all(), Ordering.URGENCY, null, 1)
                    .rows()
                    .getFirst()
                    .itemId();
            var _ = desk.retention().hold(ALONE, Hold.Subject.ITEM, item, HoldKind.LEGAL, "as the court asks");
        });
        open(robot);
        await().untilAsserted(() -> assertThat(seen("#rail-count-referrals")).isTrue());
        assertThat(words(robot, "#rail-count-referrals")).isEqualTo("1");

        fire(robot, "#notices");
        await().untilAsserted(() -> assertThat(seen("#notices-list")).isTrue());
        robot.interact(() -> robot.lookup("#notices-list .notice")
                .queryAllAs(ButtonBase.class)
                .iterator()
                .next()
                .fire());
        await().untilAsserted(() -> assertThat(seen("#order-clock")).isTrue());
        assertThat(said()).contains("TCO/2026/118", "Orders (1)");
        robot.interact(() -> Pictures.save(stage.getScene(), "window-order"));

        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(seen("#referrals-pane")).isTrue();
        assertThat(seen("#orders-pane")).isFalse();
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        await().untilAsserted(() -> assertThat(seen("#preserved-title")).isTrue());
        assertThat(words(robot, "#preserved-state")).isEqualTo("until lifted");
        robot.push(KeyCode.L);
        assertThat(seen("#dialog")).as("its keys work at once").isTrue();
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(seen("#orders-pane")).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        assertThat(seen("#order-kind")).isTrue();
    }

    @Test
    void anAdministratorWithoutTheClearanceHasOrdersAloneAndNothingOfTheRest(FxRobot robot) {
        people(true);
        open(robot);
        signIn(robot, RUTH.name(), PASSWORD);
        await().untilAsserted(() -> assertThat(seen("#rail-referrals")).isTrue());

        fire(robot, "#rail-referrals");

        await().untilAsserted(() -> assertThat(seen("#order-clock")).isTrue());
        assertThat(stage.getScene().lookup("#referrals-parts"))
                .as("of what is alone there is nothing to choose")
                .isNull();
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        assertThat(seen("#orders-pane")).isTrue();
    }

    @Test
    void aReviewerSeesNeitherOrdersNorWhatIsPreserved(FxRobot robot) {
        people(true);
        open(robot);
        signIn(robot, BRAM.name(), once);
        robot.interact(() -> {
            robot.lookup("#password-next").queryTextInputControl().setText(PASSWORD);
            robot.lookup("#password-again").queryTextInputControl().setText(PASSWORD);
            robot.lookup("#password-keep").queryButton().fire();
        });
        await().untilAsserted(() -> assertThat(seen("#rail-referrals")).isTrue());
        assertThat(seen("#rail-count-referrals")).isFalse();

        fire(robot, "#rail-referrals");
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);

        assertThat(seen("#referrals-pane")).isTrue();
        assertThat(stage.getScene().lookup("#referrals-parts")).isNull();
        assertThat(said()).doesNotContain("Orders", "Preserved", "TCO/2026/118");
        robot.push(KeyCode.F1);
        assertThat(said()).doesNotContain("Orders", "Preserved");
    }

    private void people(boolean cleared) {
        SmallDesk.make(home, clock, desk -> {
            var _ = desk.people().first(ALONE, RUTH.name(), RUTH.roles(), RUTH.childSafety(), PASSWORD);
            once = desk.people().add(RUTH, BRAM.name(), BRAM.roles(), cleared);
            order(desk, RUTH);
        });
    }

    private void order(OpenDesk desk, Person by) {
        var _ = new Orders(desk.store(), desk.log(), clock)
                .record(
                        by,
                        new NewOrder(
                                OrderKind.REMOVAL,
                                "TCO_ORDER",
                                "Referral unit",
                                "TCO/2026/118",
                                "called back on the number that they publish",
                                clock.instant().minus(Duration.ofMinutes(10)).atOffset(ZoneOffset.UTC),
                                null,
                                null,
                                false,
                                false,
                                List.of(new Subject(null, "https://example.org/watch/1")),
                                null));
    }

    private void open(FxRobot robot) {
        window = new RealWindow(stage, home, clock);
        window.open(robot, Language.EN);
    }

    private void signIn(FxRobot robot, String name, String password) {
        robot.interact(() -> {
            robot.lookup("#sign-in-name").queryTextInputControl().setText(name);
            robot.lookup("#sign-in-password").queryTextInputControl().setText(password);
            robot.lookup("#sign-in").queryButton().fire();
        });
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private List<String> said() {
        return ReadableWords.in(stage.getScene().getRoot()).toList();
    }

    private boolean seen(String id) {
        return window.isSeen(id);
    }
}
