package org.moderationdesk.orders.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.orders.view.OrdersWindow.HIGH;
import static org.moderationdesk.orders.view.OrdersWindow.LEAD;
import static org.moderationdesk.orders.view.OrdersWindow.UNCLEARED;
import static org.moderationdesk.orders.view.OrdersWindow.WIDE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.OrderState;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.orders.view.OrdersWindow.Looks;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.Target;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Orders of authorities in the window of who answers them. */
@ExtendWith(ApplicationExtension.class)
final class OrdersScreenTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private Stage stage;
    private OrdersWindow window;

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        window = new OrdersWindow(stage, folder);
        for (String item : List.of("A-1", "A-2", "A-3")) {
            window.desk.flag(item, "5.3");
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void theFirstDueComesFirstAndWhatIsOverdueIsSaidInWords(FxRobot robot) {
        window.enter(OrderKind.INFORMATION, "NL_POLICE", Duration.ofDays(5), "Police", "A-2");
        Order fast = window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Referral unit", "A-1");
        Order done = window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Another unit");
        window.orders.step(LEAD, done.id(), StepKind.DONE, window.clock.instant(), "removed everywhere", null);

        window.show(robot, LEAD, Looks.plain());

        assertThat(window.listed(robot)).containsExactly("Referral unit", "Police");
        assertThat(window.words(robot, "#orders-counts")).isEqualTo("2 open · 0 overdue · 1 ended");
        assertThat(window.words(robot, "#order-clock")).isEqualTo("1 h 00 left");
        assertThat(window.words(robot, "#order-state")).isEqualTo("open");
        assertThat(window.said()).contains("A-1", "https://example.org/watch/1", "TCO/2026/118", fast.id());
        window.everythingHasAName(robot);

        window.clock.advance(HOUR.plusMinutes(4));
        robot.push(KeyCode.F5);
        assertThat(window.words(robot, "#orders-counts")).isEqualTo("2 open · 1 overdue · 1 ended");
        assertThat(window.words(robot, "#order-clock")).isEqualTo("4 min overdue");
        assertThat(window.words(robot, "#order-state")).isEqualTo("Overdue");
        assertThat(robot.lookup("#order-clock").queryAs(Labeled.class).getGraphic())
                .as("a sign beside the words, not a colour alone")
                .isNotNull();
        robot.push(KeyCode.J);
        assertThat(window.words(robot, "#order-clock")).isEqualTo("4 days left");
        assertThat(window.isShown(robot, "#order-no-notice")).isTrue();
        robot.push(KeyCode.G);
        assertThat(window.gone).containsExactly("A-2");

        robot.push(KeyCode.E);
        assertThat(window.listed(robot)).containsExactly("Another unit");
        assertThat(window.said()).contains("Done as ordered", "removed everywhere");
        assertThat(window.isShown(robot, "#order-answer")).isFalse();
        robot.push(KeyCode.O);
        assertThat(window.listed(robot)).containsExactly("Referral unit", "Police");
    }

    @Test
    void anEmptyListAndALostStoreSaySoAndTheStoreIsAskedAgain(FxRobot robot) {
        window.show(robot, LEAD, Looks.plain());
        assertThat(window.said()).contains("No open orders");
        robot.push(KeyCode.E);
        assertThat(window.said()).contains("No ended orders");
        robot.push(KeyCode.O);
        window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Referral unit");

        window.background.lose();
        robot.push(KeyCode.F5);
        assertThat(window.isShown(robot, "#orders-lost")).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        assertThat(window.isShown(robot, "#dialog"))
                .as("who can order something is not known")
                .isFalse();
        window.background.find();
        robot.push(KeyCode.F5);

        assertThat(window.listed(robot)).containsExactly("Referral unit");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        window.choose(robot, "#answer-kind", StepKind.DONE);
        window.type(robot, "#answer-words", "removed in every Member State");
        window.background.lose();
        window.act(robot);
        assertThat(window.words(robot, "#form-problem"))
                .isEqualTo("The store does not answer. Nothing was entered; try again.");
        window.background.find();
        window.act(robot);
        assertThat(window.said()).contains("No open orders");
    }

    @Test
    void eachFaultOfANewOrderIsToldAtItsFieldUntilItIsMended(FxRobot robot) throws IOException {
        window.show(robot, LEAD, Looks.plain());
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        assertThat(window.said())
                .as("nothing is wrong before somebody sends it")
                .doesNotContain("Choose what is ordered.");
        window.act(robot);
        assertThat(window.said())
                .contains(
                        "Choose what is ordered.",
                        "Choose by whose rules its clock runs.",
                        "Say on one line, in at most 200 characters, who gave it.",
                        "Say on one line, in at most 200 characters, what they call it.",
                        "Say on one line, in at most 500 characters, how you made sure that it is theirs.",
                        "Name 1 to 500 items or places, one a line.",
                        "7 fields to mend. Nothing was entered yet.");
        assertThat(window.focused()).isEqualTo("order-kind");
        window.everythingHasAName(robot);

        window.choose(robot, "#order-kind", OrderKind.PRESERVATION);
        window.choose(robot, "#order-target", target(robot, "NL_POLICE"));
        window.type(robot, "#order-authority", "Police of Amsterdam");
        window.type(robot, "#order-reference", "PL-1");
        window.type(robot, "#order-proved", "by their certificate");
        window.type(robot, "#order-received-clock", "13:00");
        window.type(robot, "#order-until", "2026-02-30");
        window.type(robot, "#order-items", "none\n");
        assertThat(window.said())
                .doesNotContain("Choose what is ordered.")
                .contains(
                        "Say when it came in: day, time and zone, not later than now and not more than a year ago.",
                        "Say in a whole number how long they give, at most a year.",
                        "Say until which day they want it kept: after it came in, at most ten years.");
        window.type(robot, "#order-received-clock", "11:00");
        window.type(robot, "#order-within", "2");
        window.choose(robot, "#order-unit", ChronoUnit.DAYS);
        window.type(robot, "#order-until", "2027-02-28");
        assertThat(window.words(robot, "#order-due")).isEqualTo("It will be due 4 Nov 11:00.");
        window.act(robot);
        assertThat(window.said()).contains("One of these items is not at this desk.");
        assertThat(window.focused()).isEqualTo("order-items");
        assertThat(window.orders.all(LEAD, 9)).isEmpty();

        Files.write(folder.resolve("received.pdf"), new byte[(10 << 20) + 1]);
        window.type(robot, "#order-items", "A-1\nA-2");
        robot.interact(() -> robot.lookup("#order-document").queryButton().fire());
        window.act(robot);
        assertThat(window.said()).contains("A document has 1 byte to 10 MB.", "received.pdf");
        Files.writeString(folder.resolve("received.pdf"), "%PDF-1.7 as it came");
        window.act(robot);

        assertThat(window.isShown(robot, "#dialog")).isFalse();
        OrderLine entered = window.orders.all(LEAD, 9).getFirst();
        assertThat(entered.order().received().toString()).isEqualTo("2026-11-02T11:00Z");
        assertThat(entered.due()).isEqualTo(Instant.parse("2026-11-04T11:00:00Z"));
        assertThat(entered.order().preserveUntil()).isEqualTo(Instant.parse("2027-02-28T23:59:00Z"));
        assertThat(entered.subjects()).containsExactly(new Subject("A-1", ""), new Subject("A-2", ""));
        assertThat(window.line.sentences()).last().asString().startsWith("Entered: due 4 Nov 11:00.");
        assertThat(window.said()).contains("Police of Amsterdam", "28 Feb 2027 23:59");
        robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.S);
        assertThat(folder.resolve("order.pdf")).hasContent("%PDF-1.7 as it came");
    }

    @Test
    void theLawsClockIsOfferedAndNoLongerOneTaken(FxRobot robot) {
        window.show(robot, LEAD, Looks.plain());
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        window.choose(robot, "#order-kind", OrderKind.REMOVAL);
        window.choose(robot, "#order-target", target(robot, "TCO_ORDER"));
        window.type(robot, "#order-authority", "Referral unit");
        window.type(robot, "#order-reference", "TCO 1");
        window.type(robot, "#order-proved", "by their certificate");
        window.type(robot, "#order-received", "2026-11-02");
        window.type(robot, "#order-received-zone", "+01:00");
        window.type(robot, "#order-received-clock", "12:50");
        window.type(robot, "#order-places", "https://example.org/watch/1");
        assertThat(window.words(robot, "#order-due")).isEqualTo("It will be due 12:50 today.");
        window.type(robot, "#order-within", "2");
        window.act(robot);
        assertThat(window.said())
                .contains("A whole number, and not longer than the law gives; empty for what it gives.");
        window.type(robot, "#order-within", "");
        window.act(robot);

        OrderLine entered = window.orders.all(LEAD, 9).getFirst();
        assertThat(entered.due()).isEqualTo(Instant.parse("2026-11-02T12:50:00Z"));
        assertThat(entered.order().received().getOffset()).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(window.said()).contains("2 Nov 2026 12:50 +01:00");
    }

    @Test
    void anOrderIsAnsweredStandsStillGoesOnAndEnds(FxRobot robot) {
        Order order = window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Referral unit", "A-1");
        window.show(robot, LEAD, Looks.plain());
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        window.act(robot);
        assertThat(window.said())
                .contains("Choose what was done.", "Say in 10 to 4,000 characters what was done or told.");
        assertThat(window.focused()).isEqualTo("answer-kind");
        assertThat(kinds(robot)).doesNotContain(StepKind.RESUMED);
        window.choose(robot, "#answer-kind", StepKind.IMPOSSIBLE);
        assertThat(window.words(robot, "#answer-means")).startsWith("The clock stops");
        window.type(robot, "#answer-words", "the address is not complete");
        window.type(robot, "#answer-done-clock", "11:59");
        assertThat(window.said()).contains("What was done lies between receipt and now.");
        window.type(robot, "#answer-done-clock", "12:00");
        window.everythingHasAName(robot);
        window.act(robot);
        assertThat(state(order)).isEqualTo(OrderState.STOPPED);
        assertThat(window.words(robot, "#order-state")).isEqualTo("stands still");
        assertThat(window.isShown(robot, "#order-clock")).isFalse();

        window.clock.advance(Duration.ofHours(9));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(kinds(robot)).contains(StepKind.RESUMED).doesNotContain(StepKind.IMPOSSIBLE);
        window.choose(robot, "#answer-kind", StepKind.RESUMED);
        window.type(robot, "#answer-words", "the address is complete now");
        window.act(robot);
        assertThat(state(order)).isEqualTo(OrderState.OPEN);
        assertThat(window.words(robot, "#order-clock")).isEqualTo("1 h 00 left");

        window.clock.advance(HOUR.plusMinutes(1));
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        window.choose(robot, "#answer-kind", StepKind.DONE);
        window.type(robot, "#answer-words", "removed in every Member State");
        window.act(robot);
        assertThat(state(order)).isEqualTo(OrderState.ANSWERED);
        assertThat(window.said()).contains("No open orders");
        robot.push(KeyCode.E);
        assertThat(window.words(robot, "#order-state")).isEqualTo("answered late");
        assertThat(window.line.sentences()).last().isEqualTo("Entered. The order has ended.");
        assertThat(window.said()).contains("Cannot be done now", "Can be done again", "removed in every Member State");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.isShown(robot, "#dialog")).isFalse();
    }

    @Test
    void whoIsNotClearedSeesNoneAboutChildren(FxRobot robot) {
        window.desk.flag("C-1", "8.1");
        window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Referral unit", "C-1");

        window.show(robot, UNCLEARED, Looks.plain());
        assertThat(window.said()).contains("No open orders").noneMatch(words -> words.contains("Referral unit"));

        window.show(robot, LEAD, Looks.plain());
        assertThat(window.listed(robot)).containsExactly("Referral unit");
        assertThat(window.said()).contains("Child safety");
    }

    @Test
    void aNoticeOpensItsOrderAndTheListIsAsWideAsItWasLeft(FxRobot robot) {
        window.sizes.keep("orders.list", 400);
        window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Referral unit");
        Order done = window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Another unit");
        window.orders.step(LEAD, done.id(), StepKind.DECLINED, window.clock.instant(), "not ours to remove", null);
        OrdersScreen screen = window.show(robot, LEAD, Looks.plain());
        robot.interact(() -> screen.open(done.id()));

        assertThat(window.listed(robot)).containsExactly("Another unit");
        assertThat(window.said()).contains("Declined", "not ours to remove");
        assertThat(robot.lookup("#orders-pane").queryAs(Region.class).getWidth())
                .isBetween(399.0, 401.0);
    }

    @Test
    void picturesOfItInBothLanguagesAndLooks(FxRobot robot) {
        assertThat(window.clock.instant()).isEqualTo(TestClock.START);
        window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Nationale coördinator terrorismebestrijding", "A-1");
        Order stopped = window.enter(OrderKind.REMOVAL, "TCO_ORDER", null, "Bundeskriminalamt", "A-3");
        window.orders.step(
                LEAD, stopped.id(), StepKind.IMPOSSIBLE, window.clock.instant(), "The address is not complete.", null);
        window.enter(OrderKind.INFORMATION, "NL_POLICE", Duration.ofDays(5), "Politie Amsterdam", "A-2");
        window.enter(OrderKind.PRESERVATION, "NL_POLICE", Duration.ofHours(20), "Politie Rotterdam", "A-2", "A-3");
        window.clock.advance(HOUR.plusMinutes(4));
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                boolean small = dark == (language == Language.EN);
                String look = (small ? "small-" : "wide-") + (dark ? "dark-" : "light-") + language.tag();
                window.show(robot, LEAD, new Looks(language, dark, small ? 1_028 : WIDE, small ? 588 : HIGH));
                window.picture(robot, "orders-" + look);
                robot.push(KeyCode.J).push(KeyCode.J);
                window.picture(robot, "orders-stopped-" + look);
                robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
                window.act(robot);
                window.picture(robot, "orders-answer-" + look);
                robot.push(KeyCode.ESCAPE);
                robot.push(KeyCode.SHORTCUT, KeyCode.N);
                window.choose(robot, "#order-kind", OrderKind.PRESERVATION);
                window.act(robot);
                window.picture(robot, "orders-form-" + look);
                robot.push(KeyCode.ESCAPE);
                robot.interact(() -> window.shown().hidden());
            }
        }
    }

    private OrderState state(Order order) {
        return window.orders.find(LEAD, order.id()).orElseThrow().state();
    }

    private static List<Object> kinds(FxRobot robot) {
        return List.copyOf(robot.lookup("#answer-kind").queryAs(ComboBox.class).getItems());
    }

    private static Target target(FxRobot robot, String code) {
        for (Object one : robot.lookup("#order-target").queryAs(ComboBox.class).getItems()) {
            if (one instanceof Target target && target.code().equals(code)) {
                return target;
            }
        }
        return Objects.requireNonNull(null, "nobody of that code can order something");
    }
}
