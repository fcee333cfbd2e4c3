package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.view.DrawnClip;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ClipPaneTest {
    private static final ClauseCode CLAUSE = new ClauseCode("5.3.3");

    private final DrawnSource source = new DrawnSource(() -> DrawnClip.of(23, 30));
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
    void aClipComesUpCoveredMutedAndStandingStillWithItsFilmstrip(FxRobot robot) {
        open(robot);

        assertThat(desk.model().cover().blurredProperty().get()).isTrue();
        assertThat(desk.model().cover().mutedProperty().get()).isTrue();
        assertThat(time(robot)).isEqualTo("0:00.000");
        assertThat(robot.lookup("#player-length").queryAs(Label.class).getText())
                .isEqualTo(" / 0:23");
        assertThat(source.opened().getFirst().plays()).isZero();
        assertThat(desk.looks()).isEmpty();
    }

    @Test
    void aClipThatStandsStillAsksForNoLayout(FxRobot robot) {
        open(robot);
        Parent pane = (Parent) robot.lookup("#item-pane").query();
        await().during(Duration.ofMillis(300)).until(() -> fx(robot, () -> true));

        assertThat(fx(robot, () -> {
                    pane.getScene().getRoot().layout();
                    return robot.lookup(".strip-cell").queryAll().stream()
                            .filter(cell -> ((Parent) cell).isNeedsLayout())
                            .count();
                }))
                .isZero();
    }

    private static <T> T fx(FxRobot robot, Callable<T> question) {
        var answer = new AtomicReference<T>();
        robot.interact(() -> {
            try {
                answer.set(question.call());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        return answer.get();
    }

    @Test
    void itPlaysAndStandsStillByKeyAndStepsByFramesWithTheirOwnTime(FxRobot robot) {
        open(robot);

        robot.push(KeyCode.P);
        soon(() -> !time(robot).equals("0:00.0") && !time(robot).startsWith("0:00.000"));
        robot.push(KeyCode.P);
        String still = time(robot);
        long frame = Math.round(millis(still) * 30 / 1_000.0);
        assertThat(millis(still)).isEqualTo(Math.round(frame * 1_000_000 / 30.0) / 1_000);

        robot.push(KeyCode.PERIOD);
        soon(() -> millis(time(robot)) == Math.round((frame + 1) * 1_000_000 / 30.0) / 1_000);
        robot.push(KeyCode.COMMA);
        soon(() -> time(robot).equals(still));
    }

    @Test
    void arrowsGoFiveSecondsAndBracketsChangeTheSpeed(FxRobot robot) {
        open(robot);

        robot.push(KeyCode.RIGHT);
        soon(() -> time(robot).equals("0:05.000"));
        robot.push(KeyCode.RIGHT);
        soon(() -> time(robot).equals("0:10.000"));
        robot.push(KeyCode.LEFT);
        soon(() -> time(robot).equals("0:05.000"));
        robot.push(KeyCode.CLOSE_BRACKET);
        robot.push(KeyCode.CLOSE_BRACKET);

        assertThat(robot.lookup("#player-speed")
                        .queryAs(javafx.scene.control.ComboBox.class)
                        .getValue())
                .isEqualTo(1.5);
    }

    @Test
    void aSpanIsMarkedByTwoPressesAndAMomentByOneForTheClauseThatIsChosen(FxRobot robot) {
        open(robot);
        robot.interact(() -> desk.model().clauseProperty().set(CLAUSE));

        at(robot, 5_000);
        robot.push(KeyCode.E);
        assertThat(flags(robot)).containsExactly("E1");
        assertThat(desk.model().marks()).isEmpty();
        at(robot, 10_000);
        robot.push(KeyCode.E);
        robot.push(KeyCode.SHIFT, KeyCode.E);

        assertThat(desk.model().marks())
                .containsExactly(
                        new EvidenceMark.InMedia(CLAUSE, 0, 5_000L, 10_000L, null, null),
                        new EvidenceMark.InMedia(CLAUSE, 0, 10_000L, 10_000L, null, null));
        assertThat(flags(robot)).containsExactly("E1", "E2");
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        assertThat(words(robot)).contains("0:05.0 to 0:10.0, file 1", "at 0:10.0, file 1");
    }

    @Test
    void aBoxOverAFrameIsMarkedWithItsTime(FxRobot robot) {
        open(robot);
        robot.interact(() -> desk.model().clauseProperty().set(CLAUSE));
        at(robot, 5_000);

        robot.push(KeyCode.O);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);

        assertThat(desk.model().marks())
                .containsExactly(new EvidenceMark.InMedia(
                        CLAUSE, 0, 5_000L, 5_000L, new EvidenceMark.Box(0.37, 0.35, 0.3, 0.3), null));
    }

    @Test
    void withoutAClauseNoTimeIsMarkedAndTheScreenIsTold(FxRobot robot) {
        var told = new int[1];
        open(robot);
        robot.interact(() -> desk.model().onNoClause(() -> told[0]++));

        robot.push(KeyCode.E);
        robot.push(KeyCode.E);

        assertThat(desk.model().marks()).isEmpty();
        assertThat(told[0]).isEqualTo(2);
    }

    @Test
    void whatIsMarkedIsPlayedOverAndOver(FxRobot robot) {
        open(robot);
        robot.interact(() -> desk.model().marks().add(new EvidenceMark.InMedia(CLAUSE, 0, 3_000L, 3_300L, null, null)));

        robot.push(KeyCode.L);
        robot.push(KeyCode.P);
        soon(() -> source.opened().getFirst().plays() >= 3);

        assertThat(millis(time(robot))).isBetween(2_990L, 3_900L);
        robot.push(KeyCode.P);
    }

    @Test
    void theLineThatIsSaidIsMarkedAndAChosenLineSeeks(FxRobot robot) {
        open(robot);
        robot.push(KeyCode.RIGHT);
        at(robot, 6_500);
        assertThat(linesNow(robot)).containsExactly("0:06");

        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().select(2);
        });
        robot.push(KeyCode.ENTER);

        soon(() -> time(robot).equals("0:11.000"));
        assertThat(linesNow(robot)).contains("0:11").doesNotContain("0:06");
        robot.clickOn("0:02", MouseButton.PRIMARY);
        soon(() -> time(robot).equals("0:02.000"));
    }

    @Test
    void wordsAreSearchedAlsoInTranslation(FxRobot robot) {
        open(robot);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("home");

        assertThat(list(robot).getItems()).hasSize(1);
        robot.push(KeyCode.ENTER);
        soon(() -> time(robot).equals("0:11.000"));
        robot.interact(() ->
                robot.lookup("#item-panel-search").queryAs(TextField.class).clear());
        assertThat(list(robot).getItems()).hasSizeGreaterThan(4);
    }

    @Test
    void wordsThatReportsNameAreMaskedUntilTheirLineIsChosen(FxRobot robot) {
        open(robot);
        assertThat(shown(robot)).anyMatch(words -> words.contains("toss it high"));

        robot.interact(() ->
                robot.lookup("#item-panel-mask").queryAs(ToggleButton.class).fire());
        assertThat(shown(robot)).noneMatch(words -> words.contains("toss it high"));
        assertThat(shown(robot)).anyMatch(words -> words.contains("•••• it high"));
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().select(1);
        });

        assertThat(shown(robot)).anyMatch(words -> words.contains("toss it high"));
    }

    @Test
    void aLostWorkerLeavesACoveredPictureASentenceAndAllThatWasMarked(FxRobot robot) {
        open(robot);
        robot.interact(() -> desk.model().marks().add(new EvidenceMark.InMedia(CLAUSE, 0, 3_000L, 3_300L, null, null)));
        robot.push(KeyCode.B);
        robot.push(KeyCode.P);
        soon(() -> source.opened().getFirst().plays() == 1);

        source.opened().getFirst().lose();
        await().atMost(Duration.ofSeconds(1))
                .until(() -> words(robot).stream().anyMatch(words -> words.contains("has stopped")));

        assertThat(desk.model().cover().blurredProperty().get()).isTrue();
        assertThat(desk.model().marks()).hasSize(1);
        assertThat(robot.lookup("#item-open-again").queryAs(Button.class).isVisible())
                .isTrue();
        robot.push(KeyCode.P);
        soon(() -> source.opened().size() >= 3
                && !robot.lookup("#player-bar").query().isDisabled());
    }

    @Test
    void inTheFormOfSingleFramesNothingMovesWhileItIsSeen(FxRobot robot) {
        open(robot);
        robot.interact(() -> desk.model().cover().choose(LookForm.FRAMES));
        robot.push(KeyCode.P);
        soon(() -> source.opened().getFirst().plays() == 1);

        robot.push(KeyCode.B);

        assertThat(robot.lookup("#player-play").query().getAccessibleText()).isEqualTo("Play");
        robot.push(KeyCode.P);
        assertThat(robot.lookup("#player-play").query().getAccessibleText()).isEqualTo("Play");
    }

    @Test
    void anotherCaseLetsGoOfTheClip(FxRobot robot) {
        open(robot);
        robot.push(KeyCode.P);

        robot.interact(() -> desk.model().show(SampleItems.image()));

        soon(() -> source.opened().getFirst().isClosed());
        assertThat(robot.lookup("#player-bar").query().isVisible()).isFalse();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            desk.model().show(SampleItems.video());
            desk.scene().getRoot().applyCss();
            desk.scene().getRoot().layout();
            desk.pane().focusContent();
        });
        soon(() -> !robot.lookup("#player-bar").query().isDisabled());
        robot.interact(() -> {});
    }

    private void at(FxRobot robot, long ms) {
        robot.interact(() -> desk.pane().goTo(ms));
        soon(() -> millis(time(robot)) == ms && time(robot).length() == "0:00.000".length());
    }

    private static void soon(Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(so);
    }

    private static String time(FxRobot robot) {
        return robot.lookup("#player-time").queryAs(Label.class).getText();
    }

    private static long millis(String time) {
        String[] parts = time.split("[:.]");
        long fraction = parts[2].length() == 3 ? Long.parseLong(parts[2]) : Long.parseLong(parts[2]) * 100;
        return Long.parseLong(parts[0]) * 60_000 + Long.parseLong(parts[1]) * 1_000 + fraction;
    }

    private static List<String> flags(FxRobot robot) {
        return robot.lookup(".time-flag").<Label>queryAll().stream()
                .map(Label::getText)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static ListView<PanelLine> list(FxRobot robot) {
        return robot.lookup("#item-panel-list").queryAs(ListView.class);
    }

    private static List<String> linesNow(FxRobot robot) {
        PseudoClass now = PseudoClass.getPseudoClass("now");
        return robot.lookup((Node node) -> node.getPseudoClassStates().contains(now)).<Node>queryAll().stream()
                .map(cell -> ((Label) cell.lookup(".panel-lead")).getText())
                .toList();
    }

    /** What the lines of the panel show, each as one string. */
    private static List<String> shown(FxRobot robot) {
        return robot.lookup(".hostile-piece").<Node>queryAll().stream()
                .map(piece -> String.join(
                        "",
                        piece.lookupAll(".hostile-words").stream()
                                .map(text -> ((Text) text).getText())
                                .toList()))
                .toList();
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Labeled).<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
