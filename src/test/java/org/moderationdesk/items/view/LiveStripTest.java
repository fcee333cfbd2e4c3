package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.media.view.DrawnClip;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class LiveStripTest {
    private static final ClauseCode CLAUSE = new ClauseCode("5.3.3");

    private boolean growing;
    private final DrawnSource source =
            new DrawnSource(() -> growing ? DrawnClip.growing(62, 10) : DrawnClip.of(62, 10));
    private ItemDesk desk;

    @Start
    void show(Stage stage) {
        desk = new ItemDesk(stage, Language.EN, new InlineBackground(), source);
    }

    @AfterEach
    void leave(FxRobot robot) {
        robot.interact(() -> desk.model().leave());
    }

    @Test
    void aLivestreamThatRunsShowsItsClockItsViewersAndItsSegments(FxRobot robot) {
        open(robot, LiveStream.State.RUNNING);

        assertThat(words(robot, "#live-clock")).isEqualTo("19:00 on air");
        assertThat(words(robot, "#live-segment")).isEqualTo("Segment 1 of 5");
        assertThat(robot.lookup("#live-cells").queryAs(HBox.class).getChildren())
                .hasSize(5);
        desk.pass(Duration.ofSeconds(61));
        robot.interact(() -> desk.model().tick());
        assertThat(words(robot, "#live-clock")).isEqualTo("20:01 on air");
        for (boolean dark : new boolean[] {false, true}) {
            robot.interact(() -> desk.theme().set(new Look(dark, 100)));
            robot.interact(() -> {
                Path taken = Pictures.save(desk.scene(), "live-" + (dark ? "dark" : "light"));
                assertThat(taken).isNotEmptyFile();
            });
        }
        Node last = robot.lookup("#live-read-on").query();
        assertThat(last.localToScene(last.getBoundsInLocal()).getMaxX())
                .isLessThanOrEqualTo(desk.scene().getWidth());
    }

    @Test
    void keysGoFromSegmentToSegmentAndMarkAWholeOneForTheClause(FxRobot robot) {
        open(robot, LiveStream.State.RUNNING);
        robot.interact(() -> desk.model().clauseProperty().set(CLAUSE));

        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        await().until(() -> words(robot, "#live-segment").equals("Segment 2 of 5"));
        robot.push(KeyCode.SHIFT, KeyCode.S);
        for (int i = 0; i < 9; i++) {
            robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        }
        await().until(() -> words(robot, "#live-segment").equals("Segment 5 of 5"));
        robot.push(KeyCode.SHIFT, KeyCode.S);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        await().until(() -> words(robot, "#live-segment").equals("Segment 4 of 5"));

        assertThat(desk.model().marks())
                .containsExactly(
                        new EvidenceMark.InMedia(CLAUSE, 0, 15_000L, 30_000L, null, null),
                        new EvidenceMark.InMedia(CLAUSE, 0, 60_000L, 62_000L, null, null));
    }

    @Test
    void aRecordingThatGrowsIsReadOnByKeyAndBySegment(FxRobot robot) {
        growing = true;
        open(robot, LiveStream.State.RUNNING);

        robot.push(KeyCode.F5);
        await().until(() -> words(robot, "#live-segment").equals("Segment 1 of 6"));
        desk.pass(Duration.ofSeconds(14));
        robot.interact(() -> desk.model().tick());
        desk.pass(Duration.ofSeconds(1));
        robot.interact(() -> desk.model().tick());
        await().until(() -> words(robot, "#live-segment").equals("Segment 1 of 7"));
        robot.interact(() -> desk.model().tick());

        assertThat(words(robot, "#live-segment")).isEqualTo("Segment 1 of 7");
    }

    @Test
    void oneThatHasEndedHasNoClockAndAVideoNoStrip(FxRobot robot) {
        open(robot, LiveStream.State.ENDED);
        assertThat(robot.lookup("#live-clock").query().isVisible()).isFalse();
        assertThat(robot.lookup("#live-strip").query().isVisible()).isTrue();

        robot.interact(() -> desk.model().show(SampleItems.video()));

        assertThat(robot.lookup("#live-strip").query().isVisible()).isFalse();
    }

    private void open(FxRobot robot, LiveStream.State state) {
        robot.interact(() -> {
            desk.model().show(SampleItems.livestream(state));
            desk.pane().focusContent();
        });
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !robot.lookup("#player-bar").query().isDisabled());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
