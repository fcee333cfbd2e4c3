package org.moderationdesk.retention.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.LosableBackground;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.ReadableWords;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.HoldKind;
import org.moderationdesk.retention.Preserved;
import org.moderationdesk.retention.RetentionDesk;
import org.moderationdesk.retention.ToDestroy;
import org.moderationdesk.retention.view.PreservedModel.Row;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is preserved, in the window of who sees to it. */
@ExtendWith(ApplicationExtension.class)
final class PreservedScreenTest {
    private static final Person ADMIN = RetentionDesk.ADMIN;
    private static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), true);
    private static final int WIDE = 1_368;
    private static final int HIGH = 788;

    private final LosableBackground background = new LosableBackground();
    private final SaidLine line = new SaidLine();
    private final Sizes sizes = new Sizes(Map.of());
    private final List<String> gone = new ArrayList<>();
    private Stage stage;
    private RetentionDesk desk;
    private PreservedScreen screen;

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        desk = new RetentionDesk(folder);
        for (String item : List.of("A-1", "A-2", "A-3")) {
            desk.flag(item, "u-" + item, item);
            desk.decide(item);
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            stage.hide();
        });
        desk.close();
    }

    @Test
    void theOverdueComeFirstThenWhatEndsSoonEachWithItsEndAndReason(FxRobot robot) {
        hold(Hold.Subject.ITEM, "A-1", Duration.ofDays(20));
        hold(Hold.Subject.ACCOUNT, "u-A-2", null);
        hold(Hold.Subject.ITEM, "A-3", Duration.ofDays(2));
        Order order = order(OrderKind.INFORMATION, ADMIN, "A-2");
        desk.clock().advance(Duration.ofDays(3));

        show(robot, Language.EN, false, WIDE, HIGH);

        assertThat(listed(robot)).containsExactly("A-3", "A-1", "A-2", "u-A-2");
        assertThat(words(robot, "#preserved-counts")).isEqualTo("4 held · 1 overdue · 1 end soon · 0 to destroy");
        assertThat(words(robot, "#preserved-state")).isEqualTo("Overdue");
        assertThat(words(robot, "#preserved-end")).isEqualTo("ended 24 h 00 ago");
        assertThat(robot.lookup("#preserved-end").queryAs(Labeled.class).getGraphic())
                .as("a sign beside the words, not a colour alone")
                .isNotNull();
        assertThat(said()).contains("by hand: legal hold", "as the court asks", "Ada", "Item A-3");
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
        robot.push(KeyCode.E);
        assertThat(listed(robot)).containsExactly("A-3", "A-1");
        robot.push(KeyCode.A).push(KeyCode.J).push(KeyCode.J);
        assertThat(words(robot, "#preserved-state")).isEqualTo("waits");
        robot.push(KeyCode.X).push(KeyCode.L);
        assertThat(isShown(robot, "#dialog"))
                .as("only what somebody placed is extended or lifted")
                .isFalse();
        robot.push(KeyCode.G);
        assertThat(gone).containsExactly(order.id());
    }

    @Test
    void aHoldIsPlacedGivenAnEndAndLiftedEachFaultAtItsField(FxRobot robot) {
        show(robot, Language.EN, false, WIDE, HIGH);
        assertThat(said()).contains("Nothing is preserved");
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        act(robot);
        assertThat(said()).contains("Say which account or item.", "A reason has 10 to 500 characters.");
        type(robot, "#hold-id", "none");
        type(robot, "#hold-reason", "as the court asks");
        act(robot);
        assertThat(said()).contains("The desk knows no account or item of this id.");
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("hold-id");
        robot.interact(() -> {
            @SuppressWarnings("unchecked") // as the form makes it
            ComboBox<Hold.Subject> subject = robot.lookup("#hold-subject").queryAs(ComboBox.class);
            subject.setValue(Hold.Subject.ITEM);
        });
        type(robot, "#hold-id", "A-1");
        act(robot);
        assertThat(isShown(robot, "#dialog")).isFalse();
        assertThat(desk.retention().holds(ADMIN)).singleElement().satisfies(one -> assertThat(one.kind())
                .isEqualTo(HoldKind.LEGAL));
        assertThat(listed(robot)).containsExactly("A-1");
        assertThat(words(robot, "#preserved-state")).isEqualTo("until lifted");

        robot.push(KeyCode.X);
        type(robot, "#extend-day", "2026-11-01");
        act(robot);
        assertThat(said())
                .contains(
                        "A day that lies ahead, at most ten years, as 2027-11-17.",
                        "A reason has 10 to 500 characters.");
        type(robot, "#extend-day", "2026-11-20");
        type(robot, "#extend-reason", "until the hearing is over");
        act(robot);
        assertThat(words(robot, "#preserved-state")).isEqualTo("ends soon");
        assertThat(said()).contains("20 Nov 23:59");

        robot.push(KeyCode.L);
        assertThat(said()).contains("Lift the hold: Item A-1?");
        robot.push(KeyCode.ESCAPE);
        assertThat(desk.retention().holds(ADMIN)).hasSize(1);
        robot.push(KeyCode.L);
        act(robot);
        assertThat(desk.retention().holds(ADMIN)).isEmpty();
        assertThat(said()).contains("Nothing is preserved");
        assertThat(line.sentences()).last().isEqualTo("Lifted, and in the log.");
    }

    @Test
    void whatAnOrderAsksIsDestroyedBySomebodyElseThanWhoEnteredItAfterItsIdWasTyped(FxRobot robot) {
        desk.know(ADMIN);
        show(robot, Language.EN, false, WIDE, HIGH);
        robot.push(KeyCode.D);
        assertThat(said()).anyMatch(words -> words.startsWith("No open order asks"));
        robot.push(KeyCode.ESCAPE);
        Order own = order(OrderKind.DESTRUCTION, ADMIN, "A-1");
        Order other = order(OrderKind.DESTRUCTION, LEAD, "A-2");
        robot.push(KeyCode.F5);
        assertThat(words(robot, "#preserved-counts")).endsWith("2 to destroy");

        robot.push(KeyCode.D);
        choose(robot, own);
        type(robot, "#destroy-again", "A-1");
        act(robot);
        assertThat(said()).contains("Who entered the order does not carry it out: somebody else does.");
        choose(robot, other);
        act(robot);
        assertThat(said()).contains("This is not its id.", "Nothing was destroyed.");
        assertThat(desk.retention().toDestroy(ADMIN)).hasSize(2);
        type(robot, "#destroy-again", "A-2");
        act(robot);

        assertThat(isShown(robot, "#dialog")).isFalse();
        assertThat(desk.retention().toDestroy(ADMIN))
                .extracting(ToDestroy::itemId)
                .containsExactly("A-1");
        assertThat(line.sentences())
                .last()
                .isEqualTo("Destroyed, with 1 file. Answer the order now, so that the authority is told.");
    }

    @Test
    void aLostStoreSaysSoAndIsAskedAgainAndTheListIsAsWideAsItWasLeft(FxRobot robot) {
        sizes.keep("preserved.list", 420);
        background.lose();
        show(robot, Language.EN, false, WIDE, HIGH);
        assertThat(isShown(robot, "#preserved-lost")).isTrue();
        robot.push(KeyCode.D);
        assertThat(isShown(robot, "#dialog")).isFalse();
        background.find();
        hold(Hold.Subject.ITEM, "A-1", null);
        robot.push(KeyCode.F5);
        assertThat(listed(robot)).containsExactly("A-1");
        assertThat(robot.lookup("#preserved-pane").queryAs(Region.class).getWidth())
                .isBetween(419.0, 421.0);

        robot.push(KeyCode.L);
        background.lose();
        act(robot);
        assertThat(desk.retention().holds(ADMIN)).hasSize(1);
        assertThat(line.sentences()).last().isEqualTo("The store does not answer. Nothing was done; try again.");
    }

    @Test
    void picturesOfItInBothLanguagesAndLooks(FxRobot robot) {
        desk.know(ADMIN);
        hold(Hold.Subject.ITEM, "A-1", Duration.ofDays(20));
        hold(Hold.Subject.ACCOUNT, "u-A-2", null);
        hold(Hold.Subject.ITEM, "A-3", Duration.ofDays(2));
        order(OrderKind.INFORMATION, ADMIN, "A-2");
        order(OrderKind.DESTRUCTION, LEAD, "A-2");
        desk.clock().advance(Duration.ofDays(3));
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                boolean small = dark == (language == Language.EN);
                String look = (small ? "small-" : "wide-") + (dark ? "dark-" : "light-") + language.tag();
                show(robot, language, dark, small ? 1_028 : WIDE, small ? 588 : HIGH);
                picture(robot, "preserved-" + look);
                robot.push(KeyCode.X);
                act(robot);
                picture(robot, "preserved-extend-" + look);
                robot.push(KeyCode.ESCAPE);
                robot.push(KeyCode.D);
                act(robot);
                picture(robot, "preserved-destroy-" + look);
                robot.push(KeyCode.ESCAPE);
                assertThat(isShown(robot, "#dialog")).isFalse();
            }
        }
    }

    private void hold(Hold.Subject subject, String id, @Nullable Duration until) {
        Hold hold = desk.retention().hold(ADMIN, subject, id, HoldKind.LEGAL, "as the court asks");
        if (until != null) {
            Instant ends = desk.clock().instant().plus(until);
            desk.retention().extend(ADMIN, hold.id(), ends, "for as long as they need");
        }
    }

    private Order order(OrderKind kind, Person by, String item) {
        return desk.orders()
                .record(
                        by,
                        new NewOrder(
                                kind,
                                "NL_POLICE",
                                "Police of Amsterdam",
                                "PL-1",
                                "by their certificate",
                                OffsetDateTime.ofInstant(desk.clock().instant(), ZoneOffset.UTC),
                                Duration.ofDays(9),
                                null,
                                false,
                                false,
                                List.of(new Subject(item, "")),
                                null));
    }

    private void choose(FxRobot robot, Order order) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked") // as the form makes it
            ComboBox<ToDestroy> box = robot.lookup("#destroy-what").queryAs(ComboBox.class);
            box.setValue(box.getItems().stream()
                    .filter(one -> one.orderId().equals(order.id()))
                    .findFirst()
                    .orElseThrow());
        });
    }

    private static List<String> listed(FxRobot robot) {
        List<String> all = new ArrayList<>();
        for (Object row :
                robot.lookup("#preserved-list").queryAs(ListView.class).getItems()) {
            Preserved one = ((Row) row).preserved();
            all.add(one.subjectId());
        }
        return all;
    }

    private Set<String> said() {
        return ReadableWords.in(stage.getScene().getRoot()).collect(Collectors.toSet());
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static void type(FxRobot robot, String id, String words) {
        robot.interact(() -> robot.lookup(id).queryAs(TextInputControl.class).setText(words));
    }

    private static void act(FxRobot robot) {
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
    }

    private void show(FxRobot robot, Language language, boolean dark, int width, int height) {
        robot.interact(() -> {
            var kit = Kit.of(new Texts(language), ZoneOffset.UTC, background, new Covers(), desk.clock());
            var layer = new StackPane();
            var around = new PreservedScreen.Around(new Dialogs(layer, kit.texts()), line, sizes, gone::add);
            screen = new PreservedScreen(desk.retention(), ADMIN, kit, around);
            layer.getChildren().setAll(screen.node());
            var scene = new Scene(layer, width, height);
            var theme = new Theme(List.of("settings", "retention", "items", "queue", "review", "referrals", "orders"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            screen.shown();
        });
    }
}
