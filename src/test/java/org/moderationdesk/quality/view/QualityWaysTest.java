package org.moderationdesk.quality.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.quality.QualityDesk;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The ways into quality review from elsewhere, and how wide its parts stay. */
@ExtendWith(ApplicationExtension.class)
final class QualityWaysTest {
    private final TestClock clock = new TestClock();
    private final Sizes sizes = new Sizes(Map.of());
    private QualityDesk desk;
    private Stage stage;
    private QualityScreen screen;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        desk = new QualityDesk(clock);
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
    void aDecisionLeadsToItsDifferenceWhereverThatStandsAndSaysWhenThereIsNone(FxRobot robot) {
        String early = desk.second(decided("v-1"), BRAM, nothing("v-1"));
        desk.differences().resolve(LARS, early, Verdict.KEPT, "");
        clock.advance(Duration.ofDays(91));
        String due = desk.second(decided("v-2"), BRAM, nothing("v-2"));
        String wanted = desk.second(decided("v-3"), BRAM, nothing("v-3"));
        assertThat(due).isNotEmpty();
        show(robot, LARS);

        robot.interact(() -> screen.openDifference(wanted));

        assertThat(texts(robot, "#quality-difference-about .tag")).contains("v-3");
        assertThat(robot.lookup("#quality-differences").query().isFocusWithin()).isTrue();
        robot.interact(() -> screen.openDifference(early));
        assertThat(words(robot, "#quality-difference-problem")).contains("no longer here");
        robot.interact(() -> screen.open(early));
        assertThat(words(robot, "#quality-verdict"))
                .as("older than the list goes back")
                .isEqualTo("The first decision was kept");
        robot.interact(() -> screen.open("no such review"));
        assertThat(words(robot, "#quality-resolved-gone")).contains("no longer here");
    }

    @Test
    void whoResolvesNoDifferencesIsLedToNone(FxRobot robot) {
        String review = desk.second(decided("v-1"), BRAM, nothing("v-1"));
        show(robot, ANNA);

        robot.interact(() -> screen.openDifference(review));

        assertThat(robot.lookup("#quality-comparison").tryQuery()).isEmpty();
        assertThat(robot.lookup("#quality-part-SECOND")
                        .queryAs(ToggleButton.class)
                        .isSelected())
                .isTrue();
    }

    @Test
    void thePlansFormIsAsWideAsItWasLeftAndLeavesRoomForWhatComesOfIt(FxRobot robot) {
        show(robot, LARS);
        robot.push(KeyCode.ALT, KeyCode.P);
        Region form = robot.lookup("#quality-plan").queryAs(Region.class);
        robot.interact(() -> stage.getScene().getRoot().layout());
        assertThat(form.getWidth()).isEqualTo(424);

        drag(robot, from(form), 500);

        assertThat(sizes.of("quality.plan", 0)).isBetween(495.0, 505.0);
        robot.interact(() -> screen.hidden());
        show(robot, LARS);
        robot.push(KeyCode.ALT, KeyCode.P);
        Region again = robot.lookup("#quality-plan").queryAs(Region.class);
        robot.interact(() -> stage.getScene().getRoot().layout());
        assertThat(again.getWidth()).isBetween(495.0, 505.0);
        robot.interact(() -> {
            stage.setWidth(850);
            stage.getScene().getRoot().layout();
        });
        assertThat(again.getWidth()).as("a window too small for it").isBetween(352.0, 450.0);
        assertThat(sizes.of("quality.plan", 0)).as("what was wanted stays").isBetween(495.0, 505.0);
    }

    @Test
    void theListIsAsWideAsItWasLeft(FxRobot robot) {
        assertThat(desk.second(decided("v-1"), BRAM, nothing("v-1"))).isNotEmpty();
        sizes.keep("quality.differences", 340);
        show(robot, LARS);
        robot.push(KeyCode.ALT, KeyCode.D);
        robot.interact(() -> stage.getScene().getRoot().layout());

        assertThat(robot.lookup("#quality-differences")
                        .query()
                        .getLayoutBounds()
                        .getWidth())
                .isBetween(330.0, 340.0);

        SplitPane columns = from(robot.lookup("#quality-differences").query());
        drag(robot, columns, 280);
        assertThat(sizes.of("quality.differences", 0)).isBetween(275.0, 285.0);
    }

    private static void drag(FxRobot robot, SplitPane columns, double to) {
        robot.interact(() -> {
            mouse(columns, MouseEvent.MOUSE_PRESSED);
            columns.setDividerPosition(0, to / columns.getWidth());
            columns.layout();
            mouse(columns, MouseEvent.MOUSE_RELEASED);
        });
    }

    private static SplitPane from(Node inside) {
        Node at = inside;
        while (!(at instanceof SplitPane)) {
            at = at.getParent();
        }
        return (SplitPane) at;
    }

    private static void mouse(Node on, EventType<MouseEvent> what) {
        on.fireEvent(new MouseEvent(
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
                true,
                null));
    }

    private String decided(String item) {
        String decision = desk.decided(ANNA, "5.3", Proposed.removal(item));
        clock.advance(Duration.ofMinutes(5));
        return decision;
    }

    private static Proposal nothing(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION","rationale":"wooden props only"
            """);
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static List<String> texts(FxRobot robot, String id) {
        return robot.lookup(id).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private void show(FxRobot robot, Person person) {
        screen = new ShownQuality(stage, desk, clock, new SaidLine(), sizes, (_, _) -> List.of())
                .show(robot, person, Language.EN, false, 1_368, 832);
    }
}
