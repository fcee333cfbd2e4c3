package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A clip that is marked in and decided, from the key to the record; and pictures of the screen with it. */
@ExtendWith(ApplicationExtension.class)
final class TimedEvidenceTest {
    private ScreenDesk desk;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void show(Stage shown) throws IOException {
        stage = shown;
        Files.write(folder.resolve("clip.mp4"), new byte[] {1, 2, 3});
        desk = new ScreenDesk(folder);
        String[] cases = SampleCases.all();
        cases[0] = SampleCases.KNIFE_WITH_CLIP;
        desk.take(cases);
        build(Language.EN, false, 1440, 900);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> desk.model().leave(() -> {}));
        desk.close();
    }

    @Test
    void aSpanThatIsMarkedByKeysWhileLookingStandsInTheDecisionAndTheLog(FxRobot robot) {
        open(robot);

        robot.push(KeyCode.RIGHT);
        soon(() -> time(robot).equals("0:05.000"));
        robot.push(KeyCode.E);
        robot.push(KeyCode.RIGHT);
        soon(() -> time(robot).equals("0:10.000"));
        robot.push(KeyCode.E);
        robot.push(KeyCode.O);
        robot.push(KeyCode.ENTER);
        robot.interact(() -> robot.lookup("#checklist").query().requestFocus());
        robot.push(KeyCode.Y).push(KeyCode.SHIFT, KeyCode.N);
        robot.push(KeyCode.DIGIT4);
        robot.push(KeyCode.R);
        robot.write("Knife tossed and caught one-handed at home");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.ENTER);

        assertThat(desk.wholeDecisionsOn("V-20418")).singleElement().satisfies(whole -> {
            List<?> marks = (List<?>) whole.get("evidence");
            assertThat(marks).hasSize(2);
            assertThat(mark(marks, 0)).contains("fromMs=5000", "toMs=10000", "media=0");
            assertThat(mark(marks, 1)).contains("fromMs=10000", "toMs=10000", "x=0.35", "h=0.3");
        });
        assertThat(desk.logIsIntact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "EN, false, 1440, 900",
        "EN, true, 1440, 900",
        "NL, true, 1440, 900",
        "NL, false, 1100, 700",
        "EN, true, 1100, 700"
    })
    void theWholeScreenIsPicturedWithAClip(Language language, boolean dark, int width, int height, FxRobot robot) {
        robot.interact(() -> build(language, dark, width, height));
        open(robot);
        robot.push(KeyCode.Y);
        robot.push(KeyCode.RIGHT);
        soon(() -> time(robot).equals("0:05.000"));
        robot.push(KeyCode.RIGHT);
        soon(() -> time(robot).equals("0:10.000"));
        robot.push(KeyCode.SHIFT, KeyCode.E);
        robot.push(KeyCode.LEFT);
        soon(() -> time(robot).equals("0:05.000"));
        robot.push(KeyCode.SHIFT, KeyCode.E);
        robot.interact(() -> stage.getScene().getRoot().layout());

        String name = "clip-%s-%s-%dx%d".formatted(language.tag(), dark ? "dark" : "light", width, height);
        robot.interact(() -> assertThat(Pictures.save(stage.getScene(), name)).isNotEmptyFile());
        assertThat(robot.lookup("#player-filmstrip").query().isVisible()).isEqualTo(height >= 860);
    }

    private static String mark(List<?> marks, int at) {
        return new TreeMap<>((Map<?, ?>) marks.get(at)).toString();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> desk.model().open("V-20418"));
        soon(() -> !robot.lookup("#player-bar").query().isDisabled());
        robot.interact(() -> {});
    }

    private static String time(FxRobot robot) {
        return robot.lookup("#player-time").queryAs(Label.class).getText();
    }

    private static void soon(Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(so);
    }

    private void build(Language language, boolean dark, int width, int height) {
        var layer = new StackPane();
        var texts = new Texts(language);
        var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), desk.clock());
        var screen = new ReviewScreen(desk.model(), kit, new Dialogs(layer, texts), desk.said(), _ -> {});
        layer.getChildren().add(screen.node());
        var scene = new Scene(layer, width - 72, height - 68);
        var theme = new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setWidth(width - 72);
        stage.setHeight(height - 68);
        stage.show();
        desk.show(screen);
    }
}
