package org.moderationdesk.quality.view;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.items.view.NoPictures;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.quality.QualityDesk;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;

/** Quality review in a window of a test. */
record ShownQuality(
        Stage stage, QualityDesk desk, TestClock clock, SaidLine said, Sizes sizes, QualityDoors.Known known) {
    QualityScreen show(FxRobot robot, Person person, Language language, boolean dark, int width, int height) {
        var made = new AtomicReference<QualityScreen>();
        robot.interact(() -> {
            var layer = new StackPane();
            var texts = new Texts(language);
            var kit = Kit.of(texts, ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
            var doors = new QualityDoors(
                    desk.seconds(),
                    desk.differences(),
                    desk.replies(),
                    new QualityDoors.Planning(desk.plans(), desk.sampling(), desk.coverages(), known),
                    desk.desk().review(),
                    new ApartCase.Means(
                            DecisionTools.of(desk.book(), DecisionSettings::defaults),
                            new NoPictures(),
                            new Covering(SafeView.defaults(), SafeView.usualFloor())));
            made.set(new QualityScreen(
                    doors, person, kit, new QualityScreen.Around(new Dialogs(layer, texts), said, sizes, _ -> {})));
            layer.getChildren().add(made.get().node());
            var scene = new Scene(layer, width, height);
            var theme = new Theme(List.of("media", "items", "queue", "guidelines", "decisions", "review", "quality"));
            theme.set(new Look(dark, 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            made.get().shown();
        });
        return made.get();
    }
}
