package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.media.view.DrawnClip;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An item of two clips and a picture. */
@ExtendWith(ApplicationExtension.class)
final class SeveralFilesTest {
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
    void keysTurnFromClipToClipToPictureAndEachComesUpCovered(FxRobot robot) {
        open(robot);
        assertThat(file(robot)).startsWith("File 1 of 3").contains("0:23");
        robot.push(KeyCode.B);
        assertThat(covered()).isFalse();

        robot.push(KeyCode.PAGE_DOWN);
        ready(robot);
        assertThat(file(robot)).startsWith("File 2 of 3").contains("0:09");
        assertThat(covered()).isTrue();
        soon(() -> source.opened().getFirst().isClosed());

        robot.push(KeyCode.PAGE_DOWN);
        assertThat(file(robot)).startsWith("File 3 of 3");
        assertThat(robot.lookup("#player-bar").query().isVisible()).isFalse();
        assertThat(robot.lookup("#item-blur").query().isVisible()).isTrue();
        robot.push(KeyCode.B);
        assertThat(covered()).isFalse();

        robot.push(KeyCode.PAGE_DOWN);
        ready(robot);
        assertThat(file(robot)).startsWith("File 1 of 3");
        assertThat(covered()).isTrue();
        assertThat(desk.looks()).extracting(look -> look.media()).containsExactly(0, 2);
    }

    @Test
    void aClickTurnsToAFileAndMarksNameTheFileThatIsSeen(FxRobot robot) {
        open(robot);
        robot.interact(() -> desk.model().clauseProperty().set(CLAUSE));
        robot.interact(
                () -> robot.lookup("#item-file-2").queryAs(ToggleButton.class).fire());
        ready(robot);

        robot.interact(desk.pane()::focusContent);
        robot.push(KeyCode.SHIFT, KeyCode.E);

        assertThat(desk.model().marks()).containsExactly(new EvidenceMark.InMedia(CLAUSE, 1, 0L, 0L, null, null));
        assertThat(robot.lookup("#item-file-2").query().getAccessibleText()).endsWith("Evidence: 1");
        assertThat(robot.lookup("#item-file-1").query().getAccessibleText()).doesNotContain("Evidence");
    }

    @Test
    void aMarkIsGoneToInItsOwnFile(FxRobot robot) {
        open(robot);
        robot.interact(() -> desk.model().marks().add(new EvidenceMark.InMedia(CLAUSE, 1, 5_000L, 5_000L, null, null)));
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        ListView<?> list = robot.lookup("#item-evidence").queryAs(ListView.class);
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
        });

        robot.push(KeyCode.ENTER);

        soon(() -> robot.lookup("#player-time").queryAs(Label.class).getText().equals("0:05.000"));
        assertThat(file(robot)).startsWith("File 2 of 3");
    }

    @Test
    void spokenWordsFollowTheClipThatTheyAreOfAndNoOther(FxRobot robot) {
        open(robot);
        robot.push(KeyCode.PAGE_DOWN);
        ready(robot);
        robot.interact(() -> desk.pane().goTo(2_500));
        soon(() -> robot.lookup("#player-time").queryAs(Label.class).getText().equals("0:02.500"));

        assertThat(robot.lookup(".list-cell:now").queryAll()).isEmpty();
    }

    @Test
    void oneFileAloneNeedsNoStrip(FxRobot robot) {
        robot.interact(() -> desk.model().show(SampleItems.video()));
        robot.push(KeyCode.PAGE_DOWN);

        assertThat(robot.lookup("#item-files").query().isVisible()).isFalse();
        assertThat(desk.model().mediaProperty().get()).isZero();
    }

    @Test
    void ofASealedItemNoFileIsTurnedTo(FxRobot robot) {
        robot.interact(() -> desk.model().show(SampleItems.mixed(true)));
        robot.interact(() -> desk.model().turnTo(1));

        assertThat(robot.lookup("#item-files").query().isVisible()).isFalse();
        assertThat(desk.model().mediaProperty().get()).isZero();
        assertThat(source.opened()).isEmpty();
    }

    @Test
    void theStripIsPictured(FxRobot robot) {
        open(robot);
        robot.interact(
                () -> assertThat(Pictures.save(desk.scene(), "several-files")).isNotEmptyFile());
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            desk.model().show(SampleItems.mixed(false));
            desk.scene().getRoot().applyCss();
            desk.scene().getRoot().layout();
            desk.pane().focusContent();
        });
        ready(robot);
    }

    private void ready(FxRobot robot) {
        soon(() -> !robot.lookup("#player-bar").query().isDisabled());
        robot.interact(() -> {});
    }

    private boolean covered() {
        return desk.model().cover().blurredProperty().get();
    }

    private static String file(FxRobot robot) {
        return robot.lookup("#item-file").queryAs(Label.class).getText();
    }

    private static void soon(Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(so);
    }
}
