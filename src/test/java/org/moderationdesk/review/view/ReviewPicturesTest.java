package org.moderationdesk.review.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
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

/** Takes pictures of the screen, and looks that the panel is whole at every size. */
@ExtendWith(ApplicationExtension.class)
final class ReviewPicturesTest {
    private static final int RAIL = 72;
    private static final int BARS = 68;

    private ScreenDesk desk;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void show(Stage shown) {
        stage = shown;
        desk = new ScreenDesk(folder);
        desk.take(SampleCases.all());
        stage.setScene(new Scene(new StackPane(), 1440 - RAIL, 900 - BARS));
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "EN, false, 1440, 900, 4", "EN, true, 1440, 900, 2", "NL, false, 1440, 900, 2", "NL, true, 1440, 900, 3",
        "EN, false, 1100, 700, 4", "EN, true, 1100, 700, 2", "NL, false, 1100, 700, 5", "NL, true, 1100, 700, 4"
    })
    void thePanelIsWholeAtEverySize(
            Language language, boolean dark, int width, int height, String outcome, FxRobot robot) {
        robot.interact(() -> build(language, dark, width - RAIL, height - BARS));
        robot.interact(() -> desk.model().open("V-20418"));
        robot.push(KeyCode.Y)
                .push(KeyCode.DOWN)
                .push(KeyCode.N)
                .push(KeyCode.DOWN)
                .push(KeyCode.Y)
                .push(KeyCode.D);
        robot.push(KeyCode.valueOf("DIGIT" + outcome));
        robot.push(KeyCode.R);
        robot.write("Knife tossed and caught one-handed at home");
        robot.interact(() -> robot.lookup("#checklist").query().requestFocus());
        robot.interact(() -> {});

        String name = "review-%s-%s-%dx%d-%s".formatted(language, dark ? "dark" : "light", width, height, outcome);
        robot.interact(() ->
                assertThat(Files.exists(Pictures.save(stage.getScene(), name))).isTrue());
        var panel = robot.lookup("#decision").query();
        double bottom = panel.localToScene(panel.getBoundsInLocal()).getMaxY();
        assertThat(bottom).isLessThanOrEqualTo(height - BARS + 0.5);
        assertThat(robot.lookup("#checklist").query().getBoundsInLocal().getHeight())
                .isGreaterThan(120);
    }

    private void build(Language language, boolean dark, int width, int height) {
        var layer = new StackPane();
        var texts = new Texts(language);
        var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), desk.clock());
        var screen = new ReviewScreen(desk.model(), kit, new Dialogs(layer, texts), desk.said(), _ -> {});
        layer.getChildren().add(screen.node());
        var scene = new Scene(layer, width, height);
        var theme = new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        // The stage is shared by all tests, and the window's own sets a least size on it.
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setWidth(width);
        stage.setHeight(height);
        desk.show(screen);
    }
}
