package org.moderationdesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class StatusBarTest {
    private static final Instant NOW = Instant.parse("2026-11-17T14:06:00Z");

    private Stage stage;
    private StatusBar bar;

    @Start
    void show(Stage shown) {
        stage = shown;
        build(Language.EN, 1440);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(bar::stop);
    }

    @ParameterizedTest
    @CsvSource({"EN, 1440", "NL, 1440", "EN, 1100", "NL, 1100"})
    void noWordIsCutHoweverNarrowItIsAndWhateverItSays(Language language, int width, FxRobot robot) {
        robot.interact(() -> {
            bar.stop();
            build(language, width);
            bar.chain(new ChainState.Intact(NOW));
        });
        assertThat(cut(robot)).isEmpty();

        robot.interact(() -> bar.undoFor(
                language == Language.NL ? "V-20418: verwijderen is vastgelegd" : "V-20418: removal is recorded",
                NOW.plusSeconds(27)));

        assertThat(cut(robot)).isEmpty();
        assertThat(robot.lookup("#status-message").queryAs(Label.class).getText())
                .contains("0:27");
        robot.interact(() -> Pictures.save(stage.getScene(), "status-%s-%d".formatted(language.tag(), width)));
    }

    private List<String> cut(FxRobot robot) {
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        return robot.lookup("#status-bar .label").<Label>queryAll().stream()
                .filter(label -> label.isVisible() && label.getWidth() < label.prefWidth(-1) - 1)
                .map(Label::getText)
                .toList();
    }

    private void build(Language language, int width) {
        var kit = Kit.of(
                new Texts(language), ZoneOffset.UTC, new InlineBackground(), new Covers(), InstantSource.fixed(NOW));
        bar = new StatusBar(kit, () -> new DeskFacts(31, 3, NOW.minusSeconds(7_200)));
        // As wide as exposure and break are.
        var care = new Region();
        care.setMinWidth(290);
        bar.add(List.of(care));
        var root = new BorderPane();
        root.setBottom(bar.node());
        var scene = new Scene(root, width, 100);
        var theme = new Theme(List.of("shell"));
        theme.set(new Look(false, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(0);
        stage.setWidth(width);
        stage.setHeight(100);
        stage.show();
        bar.start();
    }
}
