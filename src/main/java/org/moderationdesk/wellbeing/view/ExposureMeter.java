package org.moderationdesk.wellbeing.view;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.moderationdesk.base.Texts;
import org.moderationdesk.wellbeing.Standing;

/** How much of the day's budget of looking is used: "Exposure 11 of 20 min" and a bar, in attention from 80 %. */
final class ExposureMeter extends HBox {
    private static final double NARROW = 1240;

    private final Texts texts;
    private final Label value = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    ExposureMeter(Texts texts, WellbeingModel model) {
        this.texts = texts;
        setId("status-exposure");
        getStyleClass().addAll("exposure-meter", "gap-8");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        var name = new Label(texts.get("wellbeing.exposure"));
        name.getStyleClass().addAll("size-12", "muted");
        value.getStyleClass().addAll("size-12", "strong");
        value.setId("status-exposure-value");
        bar.getStyleClass().addAll("small", "exposure-bar");
        bar.setId("status-exposure-bar");
        getChildren().addAll(name, value, bar);
        // In a narrow window number and colour alone tell it.
        sceneProperty()
                .flatMap(Scene::widthProperty)
                .subscribe(width -> fit(width == null || width.doubleValue() >= NARROW));
        model.standingProperty().subscribe(this::show);
    }

    private void fit(boolean wide) {
        bar.setVisible(wide);
        bar.setManaged(wide);
    }

    private void show(Standing now) {
        long used = now.used().toMinutes();
        long budget = now.budget().toMinutes();
        value.setText(texts.get("wellbeing.exposure.value", used, budget));
        bar.setProgress(Math.min(1, now.share()));
        getStyleClass().remove("nearly-used");
        if (now.isNearlyUsed()) {
            getStyleClass().add("nearly-used");
        }
        setAccessibleText(texts.get("wellbeing.exposure.accessible", used, budget));
    }
}
