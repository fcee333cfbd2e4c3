package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.media.view.DrawnClip;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Takes pictures of the player, and looks that nothing of it is cut off. */
@ExtendWith(ApplicationExtension.class)
final class ClipPicturesTest {
    private static final ClauseCode CLAUSE = new ClauseCode("5.3.3");

    private Stage window;

    @Start
    void show(Stage stage) {
        window = stage;
    }

    @ParameterizedTest
    @CsvSource({
        "EN, false, 696, 832, VIDEO", "EN, true, 696, 832, VIDEO", "NL, false, 696, 832, VIDEO",
        "NL, true, 628, 632, VIDEO", "EN, false, 628, 632, VIDEO", "EN, false, 696, 832, AUDIO",
        "NL, true, 696, 832, AUDIO", "EN, true, 696, 832, LOST"
    })
    void thePlayerIsWhole(Language language, boolean dark, int width, int height, String what, FxRobot robot) {
        var source = new DrawnSource(() -> what.equals("AUDIO") ? DrawnClip.soundOnly(23) : DrawnClip.of(23, 30));
        var desk = new ItemDesk[1];
        robot.interact(() -> {
            desk[0] = new ItemDesk(window, language, new InlineBackground(), source);
            desk[0].theme().set(new Look(dark, 100));
            window.setWidth(width);
            window.setHeight(height);
            desk[0].pane().low(height < 700);
            desk[0].pane().panelAside(width < 690);
            desk[0].model().show(what.equals("AUDIO") ? SampleItems.audio() : SampleItems.video());
            desk[0].model().clauseProperty().set(CLAUSE);
        });
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !robot.lookup("#player-bar").query().isDisabled());
        robot.interact(() -> {
            desk[0].model().marks().add(new EvidenceMark.InMedia(CLAUSE, 0, 7_400L, 9_000L, null, null));
            desk[0].model()
                    .marks()
                    .add(new EvidenceMark.InMedia(
                            CLAUSE, 0, 15_200L, 15_200L, new EvidenceMark.Box(0.3, 0.4, 0.4, 0.2), null));
            desk[0].pane().goTo(7_400);
            desk[0].pane().selectTab(3);
        });
        if (what.equals("LOST")) {
            source.opened().getFirst().lose();
            robot.interact(() -> desk[0].pane().goTo(7_500));
        }
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        robot.interact(() -> {
            desk[0].scene().getRoot().applyCss();
            desk[0].scene().getRoot().layout();
            Path taken = Pictures.save(
                    desk[0].scene(),
                    "player-%s-%s-%s-%dx%d"
                            .formatted(
                                    what.toLowerCase(java.util.Locale.ROOT),
                                    language.tag(),
                                    dark ? "dark" : "light",
                                    width,
                                    height));
            assertThat(taken).isNotEmptyFile();
        });
        Region bar = robot.lookup("#player-bar").queryAs(Region.class);
        for (String id : new String[] {"#player-mark", "#player-mute", "#player-play", "#player-speed"}) {
            Node control = robot.lookup(id).query();
            assertThat(control.localToScene(control.getBoundsInLocal()).getMaxX())
                    .as(id)
                    .isLessThanOrEqualTo(
                            bar.localToScene(bar.getBoundsInLocal()).getMaxX());
        }
        robot.interact(() -> desk[0].model().leave());
    }
}
