package org.moderationdesk.wellbeing.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;

/** What is seen in a break: how long it still lasts, what becomes of the open case, and the game. Nothing of the desk. */
final class BreakScreen extends StackPane {
    private static final double CELL = 38;
    private static final double CELL_IN_LOW_WINDOW = 27;
    private static final double LOW_WINDOW = 800;

    private final Kit kit;
    private final Texts texts;
    private final WellbeingModel model;
    private final Rest rest;
    private final Label title = new Label();
    private final Label left = new Label();
    private final Button back = new Button();
    private final GardenView garden;
    private final Timeline ticking;

    /** @param height of the window, in pixels */
    BreakScreen(Kit kit, WellbeingModel model, Rest rest, String ofTheCase, double height) {
        this.kit = kit;
        this.texts = kit.texts();
        this.model = model;
        this.rest = rest;
        double cell = height > 0 && height < LOW_WINDOW ? CELL_IN_LOW_WINDOW : CELL;
        garden = new GardenView(new TileGarden(new Random()), cell, texts.get("wellbeing.game.accessible"));
        setId("break-screen");
        getStyleClass().add("break-screen");
        setAccessibleText(texts.get("wellbeing.break"));
        lay(ofTheCase);
        new Keys(texts.get("wellbeing.break"))
                .on("Shortcut+B", texts.get("wellbeing.break.back"), model::endBreak)
                .listenOn(this);
        ticking = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        tick();
    }

    void begin() {
        garden.play();
        ticking.play();
        garden.requestFocus();
    }

    void end() {
        garden.stop();
        ticking.stop();
    }

    GardenView garden() {
        return garden;
    }

    /** To be called every second. */
    void tick() {
        Instant now = kit.clock().instant();
        boolean over = rest.isOver(now);
        Duration still = Duration.between(now, rest.end());
        left.setText(over ? "" : kit.times().countdown(still.plusMillis(999)));
        left.setManaged(!over);
        title.setText(texts.get(over ? "wellbeing.break.over" : "wellbeing.break"));
        back.setText(texts.get(over || !rest.owed() ? "wellbeing.break.back" : "wellbeing.break.early"));
        if (over && !back.getStyleClass().contains("accent")) {
            back.getStyleClass().add("accent");
            garden.stop();
            back.requestFocus();
        }
    }

    private void lay(String ofTheCase) {
        title.getStyleClass().addAll("strong", "size-20");
        title.setId("break-title");
        left.getStyleClass().add("size-14");
        left.setId("break-left");
        back.setId("break-back");
        back.getStyleClass().add("large");
        back.setGraphic(KeyHint.of(BreakButton.KEY));
        back.setContentDisplay(ContentDisplay.RIGHT);
        back.setOnAction(_ -> model.endBreak());
        var box = new VBox(Icons.large(Icon.BREAK), title, left);
        box.getStyleClass().add("break-box");
        box.setAlignment(Pos.CENTER);
        if (rest.owed()) {
            long used = model.standingProperty().get().used().toMinutes();
            long budget = model.settings().budgetMinutes();
            box.getChildren()
                    .add(sentence(
                            "break-why", texts.get("wellbeing.break.owed", used, budget, minutes(rest.length()))));
        }
        if (!ofTheCase.isEmpty()) {
            box.getChildren().add(sentence("break-case", ofTheCase));
        }
        box.getChildren().addAll(garden, back);
        getChildren().add(box);
    }

    private static long minutes(Duration length) {
        return length.plusSeconds(59).toMinutes();
    }

    private static Label sentence(String id, String words) {
        var sentence = new Label(words);
        sentence.setId(id);
        sentence.getStyleClass().addAll("muted", "break-sentence");
        sentence.setWrapText(true);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.setMinHeight(USE_PREF_SIZE);
        return sentence;
    }
}
