package org.moderationdesk.practice.view;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.view.NoPictures;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.practice.PractisedDesk;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;
import org.testfx.api.FxRobot;

/** The practice screen in a window of its own. */
record PracticeWindow(Stage stage, PractisedDesk desk, SaidLine line, FileChoice files) {
    /** How the window is. */
    record Looks(Language language, boolean dark, int width, int height) {}

    static ApartCase.Means means() {
        return new ApartCase.Means(
                DecisionTools.of(new BookReader().read("2020-12"), DecisionSettings::defaults),
                new NoPictures(),
                new Covering(SafeView.defaults(), SafeView.usualFloor()));
    }

    PracticeScreen show(FxRobot robot, Person person, Looks looks) {
        return show(robot, person, looks, new InlineBackground());
    }

    /** @param background by which the store is asked */
    PracticeScreen show(FxRobot robot, Person person, Looks looks, Background background) {
        var made = new AtomicReference<PracticeScreen>();
        robot.interact(() -> {
            var layer = new StackPane();
            var texts = new Texts(looks.language());
            var kit = Kit.of(texts, ZoneOffset.UTC, background, new Covers(), desk.clock());
            made.set(new PracticeScreen(
                    desk.doors(means()),
                    person,
                    kit,
                    new PracticeScreen.Around(new Dialogs(layer, texts), line, new Sizes(Map.of()), files),
                    _ -> {}));
            layer.getChildren().add(made.get().node());
            var scene = new Scene(layer, looks.width(), looks.height());
            var theme = new Theme(
                    List.of("media", "items", "queue", "guidelines", "decisions", "review", "quality", "practice"));
            theme.set(new Look(looks.dark(), 100));
            theme.dress(scene);
            stage.setScene(scene);
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setWidth(looks.width());
            stage.setHeight(looks.height());
            stage.show();
            made.get().shown();
        });
        return made.get();
    }
}
