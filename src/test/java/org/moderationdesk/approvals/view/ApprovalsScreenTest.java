package org.moderationdesk.approvals.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.approvals.ApprovalsDesk.ANNA;
import static org.moderationdesk.approvals.ApprovalsDesk.BRAM;
import static org.moderationdesk.approvals.ApprovalsDesk.RUTH;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.approvals.ApprovalsDesk;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.view.NoPictures;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two people at one desk: one decides, the other answers in the window. */
@ExtendWith(ApplicationExtension.class)
final class ApprovalsScreenTest {
    private final TestClock clock = new TestClock();
    private final SaidLine said = new SaidLine();
    private final List<Notice> opened = new ArrayList<>();
    private ApprovalsDesk desk;
    private Stage stage;
    private ApprovalsScreen screen;
    private NoticesModel notices;

    @Start
    void start(Stage given) {
        stage = given;
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
    void whatWaitsIsApprovedSentBackAndRefusedByKeyboardAlone(FxRobot robot) {
        desk = new ApprovalsDesk(clock, true);
        String first = banned(ANNA, "a-1");
        String second = banned(ANNA, "a-2");
        String third = banned(ANNA, "a-3");
        String own = banned(BRAM, "b-1");
        show(robot, BRAM);
        assertThat(words(robot, "#approvals-counts")).isEqualTo("4 waiting · 0 late");
        assertThat(words(robot, "#decision-state")).isEqualTo("Waiting for second approval");
        assertThat(robot.lookup("#decision-rationale").queryTextInputControl().getText())
                .isEqualTo("a knife is tossed and caught");

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(state(first)).isEqualTo(DecisionState.AWAITING_SECOND);
        robot.push(KeyCode.ENTER);
        assertThat(state(first)).isEqualTo(DecisionState.IN_EFFECT);
        assertThat(said.sentences()).contains("a-1 approved");

        robot.push(KeyCode.Q);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(state(second)).as("without a question").isEqualTo(DecisionState.AWAITING_SECOND);
        robot.write("Is it a real knife?").push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(state(second)).isNotEqualTo(DecisionState.AWAITING_SECOND);
        assertThat(desk.desk().open("a-2", ANNA).returned()).isNotNull();

        robot.push(KeyCode.R).write("A strike is enough").push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(state(third)).isNotEqualTo(DecisionState.AWAITING_SECOND);

        assertThat(words(robot, "#approvals-said"))
                .isEqualTo("bram made this decision. Another person approves or refuses it. ruth can answer it.");
        assertThat(robot.lookup("#approvals-approve").queryButton().isDisabled())
                .isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(state(own)).isEqualTo(DecisionState.AWAITING_SECOND);
        assertThat(desk.approvals().notices(ANNA))
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder(Notice.Kind.APPROVED, Notice.Kind.SENT_BACK, Notice.Kind.REFUSED);
        assertThat(desk.desk().verify().intact()).isTrue();
    }

    @Test
    void theListIsAsWideAsItWasLeftAlsoAfterANarrowWindow(FxRobot robot) {
        desk = new ApprovalsDesk(clock, true);
        String unused = banned(ANNA, "a-1");
        show(robot, BRAM);
        Region list = robot.lookup("#approvals-pane").queryAs(Region.class);
        assertThat(list.getWidth()).isBetween(271.0, 273.0);
        var columns = (SplitPane) list.getParent().getParent();
        drag(robot, columns, 320 / columns.getWidth());
        double left = list.getWidth();
        assertThat(left).isBetween(310.0, 325.0);

        robot.interact(() -> stage.setWidth(1_028));
        assertThat(columns.getItems()).hasSize(1);
        robot.interact(() -> stage.setWidth(1_368));
        robot.interact(() -> {});
        robot.interact(() -> {});

        assertThat(columns.getItems()).hasSize(2);
        assertThat(list.getWidth()).isBetween(left - 1, left + 1);
        drag(robot, columns, 0.1);
        assertThat(list.getWidth()).isLessThan(left);
    }

    private static void drag(FxRobot robot, SplitPane columns, double to) {
        robot.interact(() -> {
            Event.fireEvent(columns, mouse(MouseEvent.MOUSE_PRESSED));
            columns.setDividerPosition(0, to);
            Event.fireEvent(columns, mouse(MouseEvent.MOUSE_RELEASED));
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> what) {
        return new MouseEvent(
                what,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                null);
    }

    @Test
    void whatIsLateIsMarkedAndNothingIsSaidOfWhatOneMayNotKnow(FxRobot robot) {
        desk = new ApprovalsDesk(clock, true);
        String unused = desk.decided(RUTH, "8.4", Proposed.of("hidden", """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","account":{"measure":"BAN"},
            "rationale":"that is what the rules ask for"
            """));
        show(robot, BRAM);
        assertThat(robot.lookup("#approvals-empty").tryQuery()).isPresent();
        assertThat(words(robot, "#approvals-counts")).isEqualTo("0 waiting · 0 late");

        String late = banned(ANNA, "a-1");
        clock.advance(Duration.ofHours(7));
        robot.push(KeyCode.F5);

        assertThat(late).isNotEqualTo(unused);
        assertThat(words(robot, "#approvals-counts")).isEqualTo("1 waiting · 1 late");
        robot.interact(
                () -> assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing())
                        .isEmpty());
    }

    @Test
    void noticesAreCountedUntilTheyAreReadAndLeadToTheirCase(FxRobot robot) {
        desk = new ApprovalsDesk(clock, true);
        String decision = banned(ANNA, "a-1");
        assertThat(desk.approvals()
                        .refuse(decision, BRAM, "A strike is enough")
                        .line()
                        .id())
                .isEqualTo(decision);
        show(robot, ANNA);
        assertThat(words(robot, "#notices-count")).isEqualTo("1");

        robot.interact(() -> robot.lookup("#notices").queryButton().fire());
        assertThat(robot.lookup(".notice").queryButton().getAccessibleText())
                .startsWith("New. bram refused what waited of your decision on a-1. A strike is enough");
        robot.interact(() -> robot.lookup(".notice").queryButton().fire());

        assertThat(opened).extracting(Notice::itemId).containsExactly("a-1");
        assertThat(robot.lookup("#notices-count").query().isVisible()).isFalse();
    }

    @Test
    void aDeskThatKnowsNobodySaysThatNothingApprovesItself(FxRobot robot) {
        desk = new ApprovalsDesk(clock, false);
        Person computer = Person.alone("computer");
        String unused = banned(computer, "a-1");
        show(robot, computer);

        assertThat(unused).isNotEmpty();
        assertThat(words(robot, "#approvals-few")).startsWith("Nobody else is known at this desk.");
        assertThat(words(robot, "#approvals-said")).contains("Nobody at this desk can answer it");
        assertThat(notices.waitingProperty().get()).isZero();
    }

    private String banned(Person by, String item) {
        String id = desk.decided(by, "5.3", Proposed.ban(item));
        clock.advance(Duration.ofMinutes(1));
        return id;
    }

    private DecisionState state(String decision) {
        return desk.desk().decisions().find(decision).orElseThrow().state();
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void show(FxRobot robot, Person person) {
        robot.interact(() -> {
            var book = new BookReader().read("2020-12");
            var layer = new StackPane();
            var texts = new Texts(Language.EN);
            var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var rooms = new ApprovalRooms(
                    desk.approvals(),
                    desk.desk().decisions().approvals(),
                    desk.desk().review(),
                    DecisionTools.of(book, DecisionSettings::defaults),
                    new NoPictures(),
                    new Covering(SafeView.defaults(), SafeView.usualFloor()));
            var dialogs = new Dialogs(layer, texts);
            var model = new ApprovalsModel(rooms, person, kit.background(), clock);
            screen = new ApprovalsScreen(model, kit, dialogs, said, new Sizes(Map.of()), _ -> {});
            notices = new NoticesModel(desk.approvals(), person, kit.background());
            var bell = new NoticeBell(notices, kit, dialogs, opened::add);
            var bar = new StackPane(bell.node());
            layer.getChildren().addAll(new VBox(bar, screen.node()));
            var scene = new Scene(layer, 1368, 832);
            new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review")).dress(scene);
            stage.setScene(scene);
            stage.setWidth(1_368);
            stage.setHeight(832);
            stage.show();
            notices.refresh();
            screen.shown();
        });
    }
}
