package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.Queue;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is suggested where nothing waits, and the keys 1 to 4. */
@ExtendWith(ApplicationExtension.class)
final class ClearQueueTest {
    private static final String OTHER = "escalated";

    private ScreenDesk desk;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void show(Stage shown) {
        stage = shown;
        desk = new ScreenDesk(folder);
        desk.flag("T-1", "9.1");
        int unused = new StoredEventLog(desk.store(), desk.clock()).record(ScreenDesk.BRAM.name(), act -> {
            Claim claim = desk.queue()
                    .claimNext(act, ScreenDesk.BRAM, CaseFilter.ofQueue(Queue.GENERAL))
                    .orElseThrow();
            desk.queue().escalate(act, claim, OTHER, Queue.Marks.none());
            return 1;
        });
        build(Language.EN, false);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aQueueInWhichSomethingWaitsIsSuggestedAndItsKeyShowsIt(FxRobot robot) {
        assertThat(isSeen(robot, "#review-clear")).isTrue();
        assertThat(isSeen(robot, "#review-nothing-open")).isFalse();
        assertThat(robot.lookup("#suggestion-2").query().getAccessibleText()).endsWith("1 waiting");

        robot.push(KeyCode.DIGIT2);

        assertThat(desk.model().queue().filterProperty().get().queue()).isEqualTo(OTHER);
        assertThat(isSeen(robot, "#review-clear")).isFalse();
        assertThat(isSeen(robot, "#review-nothing-open")).isTrue();
        robot.push(KeyCode.DIGIT1);
        assertThat(desk.care().isResting())
                .as("no suggestion is seen, no key acts")
                .isFalse();
    }

    @Test
    void theFirstKeyTakesABreakAndKeysWithoutASuggestionDoNothing(FxRobot robot) {
        robot.push(KeyCode.DIGIT4);
        assertThat(desk.care().isResting()).isFalse();
        assertThat(desk.model().queue().filterProperty().get().queue()).isEqualTo(Queue.GENERAL);

        robot.push(KeyCode.DIGIT1);

        assertThat(desk.care().isResting()).isTrue();
        robot.interact(desk.care()::endBreak);
    }

    @Test
    void itIsPicturedInBothLooksAndLanguages(FxRobot robot) {
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                robot.interact(() -> build(language, dark));
                robot.interact(() -> assertThat(Pictures.save(
                                stage.getScene(), "clear-" + language.tag() + (dark ? "-dark" : "-light")))
                        .isNotEmptyFile());
            }
        }
    }

    private void build(Language language, boolean dark) {
        var layer = new StackPane();
        var texts = new Texts(language);
        var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), desk.clock());
        var screen = new ReviewScreen(desk.model(), kit, new Dialogs(layer, texts), desk.said(), _ -> {});
        layer.getChildren().add(screen.node());
        var scene = new Scene(layer, 1368, 832);
        var theme = new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setWidth(1368);
        stage.setHeight(832);
        stage.show();
        desk.show(screen);
        screen.node().requestFocus();
    }

    private static boolean isSeen(FxRobot robot, String id) {
        return robot.lookup(id).<Node>query().isVisible();
    }
}
