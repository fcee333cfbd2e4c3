package org.moderationdesk.wellbeing.view;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;
import org.moderationdesk.base.Texts;

/** The part of the status bar that is about the person: exposure and the next break. JavaFX thread only. */
public final class WellbeingBar {
    private final ExposureMeter meter;
    private final BreakButton pause;
    private final Timeline ticking;

    public WellbeingBar(Texts texts, WellbeingModel model) {
        meter = new ExposureMeter(texts, model);
        pause = new BreakButton(texts, model);
        ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
    }

    public List<Node> parts() {
        return List.of(meter, pause);
    }

    public void start() {
        ticking.play();
    }

    public void stop() {
        ticking.stop();
        pause.stop();
    }
}
