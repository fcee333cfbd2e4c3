package org.moderationdesk.media.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.FittingRow;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Numbers;

/** All that a clip is played with, below its picture: time line, filmstrip, controls. JavaFX thread only. */
public final class PlayerBar {
    private final Player player;
    private final PlayerModel model;
    private final Texts texts;
    private final Numbers numbers;
    private final Timeline timeline;
    private final Filmstrip filmstrip;
    private final Button previous;
    private final Button play;
    private final Button next;
    private final Label time = new Label();
    private final Label length = new Label();
    private final Label curve = new Label();
    private final Label silent = new Label();
    private final Slider volume = new Slider(0, 1, 1);
    private final KeyHint volumeKeys;
    private final HBox loudness;
    private final FittingRow controls = new FittingRow();
    private final ToggleButton loop;
    private final ComboBox<Double> speed = new ComboBox<>();
    private final VBox bar = new VBox();
    private boolean stripWanted = true;
    private boolean reportsShown;

    /**
     * @param cover of the clip; the filmstrip is under it as well
     * @param switches what the cover is switched with
     * @param mark what evidence is marked with
     * @param onLoop asked to loop over what is marked, or no more
     */
    public PlayerBar(
            Player player, Cover cover, Texts texts, List<? extends Node> switches, Node mark, Runnable onLoop) {
        this.player = player;
        this.model = player.model();
        this.texts = texts;
        this.numbers = new Numbers(texts);
        timeline = new Timeline(player, texts.get("media.timeline.name"));
        filmstrip = new Filmstrip(player, cover, texts.get("media.filmstrip.name"));
        play = new Button();
        previous = icon("player-previous-frame", Icon.PREVIOUS_FRAME, "media.frame.previous", () -> player.step(-1));
        next = icon("player-next-frame", Icon.NEXT_FRAME, "media.frame.next", () -> player.step(1));
        loop = loop(onLoop);
        volumeKeys = new KeyHint(texts.get("media.key.volume"));
        loudness = new HBox(volume, volumeKeys);
        lay(switches, mark);
        follow();
    }

    public Node node() {
        return bar;
    }

    /** What loops over what is marked; to be put on the stage. */
    public Node loop() {
        return loop;
    }

    /** What is marked in the clip. */
    public void flags(List<TimeFlag> flags) {
        timeline.flags(flags);
        filmstrip.flags(flags);
        boolean anySpan = flags.stream().map(TimeFlag::span).anyMatch(span -> span.toMicros() > span.fromMicros());
        loop.setVisible(anySpan || model.loopProperty().get() != null);
        loop.setManaged(loop.isVisible());
    }

    /** @param counts reports in equal parts of the clip; empty where none says a time */
    public void reports(List<Double> counts) {
        reportsShown = !counts.isEmpty();
        timeline.reports(counts);
        nameCurve();
    }

    /** In a low window the filmstrip goes first. */
    public void withFilmstrip(boolean wanted) {
        stripWanted = wanted;
        showStrip();
    }

    private void showStrip() {
        filmstrip.setVisible(stripWanted && model.hasPicture());
        filmstrip.setManaged(filmstrip.isVisible());
    }

    /** What of the switches and of the mark can be spared where the bar is narrow; the first goes first. */
    public void dispensable(List<Consumer<Boolean>> parts) {
        var all = new ArrayList<Consumer<Boolean>>();
        all.add(FittingRow.part(volumeKeys));
        all.addAll(parts);
        all.add(FittingRow.part(length));
        all.add(shown -> FittingRow.part(loudness).accept(shown && model.hasSound()));
        controls.dispensable(all);
    }

    private void lay(List<? extends Node> switches, Node mark) {
        var frames = new HBox(previous, play, next);
        frames.getStyleClass().add("gap-4");
        play.setId("player-play");
        play.setOnAction(_ -> player.togglePlaying());
        play.setMinWidth(Region.USE_PREF_SIZE);
        time.setId("player-time");
        time.getStyleClass().add("player-time");
        length.setId("player-length");
        length.getStyleClass().addAll("player-length", "muted");
        var times = new HBox(time, length);
        times.setAlignment(Pos.CENTER_LEFT);
        times.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var covers = new HBox();
        covers.getChildren().addAll(switches);
        covers.getStyleClass().add("gap-4");
        volume.setId("player-volume");
        volume.getStyleClass().add("small");
        volume.setAccessibleText(texts.get("media.volume.name"));
        volume.setBlockIncrement(0.1);
        volume.valueProperty().bindBidirectional(model.volumeProperty());
        loudness.getStyleClass().addAll("gap-4", "player-loudness");
        loudness.setAlignment(Pos.CENTER_LEFT);
        loudness.setMinWidth(Region.USE_PREF_SIZE);
        covers.setMinWidth(Region.USE_PREF_SIZE);
        controls.getChildren().addAll(frames, times, speed(), gap, covers, loudness, mark);
        controls.getStyleClass().add("player-controls");
        controls.setAlignment(Pos.CENTER_LEFT);
        curve.getStyleClass().add("curve-name");
        curve.setMouseTransparent(true);
        silent.getStyleClass().add("curve-name");
        silent.setId("player-silent");
        silent.setText(texts.get("media.silent"));
        silent.setMouseTransparent(true);
        var lines = new StackPane(timeline, curve, silent);
        StackPane.setAlignment(curve, Pos.TOP_RIGHT);
        StackPane.setAlignment(silent, Pos.TOP_LEFT);
        bar.getChildren().addAll(lines, filmstrip, controls);
        bar.getStyleClass().add("player-bar");
        bar.setId("player-bar");
        bar.setMinWidth(0);
    }

    private void follow() {
        model.stateProperty().subscribe(this::state);
        model.factsProperty().subscribe(this::state);
        model.playingProperty().subscribe(this::showPlaying);
        model.positionProperty().subscribe(this::showTime);
        model.exactProperty().subscribe(this::showTime);
        model.durationProperty().subscribe(this::showTime);
        model.speedProperty().subscribe(now -> speed.setValue(now.doubleValue()));
        model.waveformProperty().subscribe(this::nameCurve);
        model.volumeProperty().subscribe(this::showVolume);
        model.mutedProperty().subscribe(this::showVolume);
        model.silentProperty().subscribe(this::showVolume);
        model.loopProperty().subscribe(span -> loop.setSelected(span != null));
        state();
        showPlaying();
        showTime();
    }

    private void state() {
        bar.setDisable(!model.isReady());
        boolean frames = model.factsProperty().get() == null || model.hasPicture();
        for (Button one : List.of(previous, next)) {
            one.setVisible(frames);
            one.setManaged(frames);
        }
        showStrip();
        showVolume();
        controls.fit();
    }

    private void showPlaying() {
        boolean now = model.playingProperty().get();
        var graphic = new HBox(Icons.small(now ? Icon.PAUSE : Icon.PLAY), new KeyHint(texts.get("media.key.play")));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        play.setGraphic(graphic);
        play.setAccessibleText(texts.get(now ? "media.pause" : "media.play"));
    }

    private void showTime() {
        long at = model.positionProperty().get();
        long all = model.durationProperty().get();
        boolean still = model.exactProperty().get() && !model.playingProperty().get();
        time.setText(still ? MediaTime.millis(at) : MediaTime.tenths(at));
        String words = all > 0 ? " / " + MediaTime.seconds(all) : "";
        if (!words.equals(length.getText())) {
            length.setText(words);
            controls.fit();
        }
    }

    private void showVolume() {
        silent.setVisible(model.hasSound()
                && model.silentProperty().get()
                && !model.mutedProperty().get());
        var tip = new Tooltip(
                texts.get("media.volume", numbers.percent(model.volumeProperty().get())));
        tip.setGraphic(new KeyHint(texts.get("media.key.volume")));
        tip.setContentDisplay(ContentDisplay.RIGHT);
        volume.setTooltip(tip);
    }

    private void nameCurve() {
        curve.setText(
                reportsShown
                        ? texts.get("media.curve.reports")
                        : model.waveformProperty().get() == null ? "" : texts.get("media.curve.sound"));
    }

    private ToggleButton loop(Runnable onLoop) {
        var graphic = new HBox(
                Icons.small(Icon.LOOP), new Label(texts.get("media.loop")), new KeyHint(texts.get("media.key.loop")));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        var made = new ToggleButton(null, graphic);
        made.setId("player-loop");
        made.getStyleClass().addAll("chip", "loop-chip");
        made.setAccessibleText(texts.get("media.loop"));
        made.setOnAction(_ -> {
            onLoop.run();
            made.setSelected(model.loopProperty().get() != null);
        });
        made.setVisible(false);
        made.setManaged(false);
        return made;
    }

    private Button icon(String id, Icon icon, String key, Runnable act) {
        var button = new Button(null, Icons.small(icon));
        button.setId(id);
        button.getStyleClass().add("icon-only");
        button.setAccessibleText(texts.get(key));
        String tip = key + ".tip";
        button.setTooltip(new Tooltip(texts.get(tip)));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private ComboBox<Double> speed() {
        speed.setItems(FXCollections.observableArrayList(PlayerModel.SPEEDS));
        speed.setId("player-speed");
        speed.getStyleClass().add("speed-combo");
        speed.setAccessibleText(texts.get("media.speed.name"));
        speed.setTooltip(new Tooltip(texts.get("media.speed.tip")));
        speed.setCellFactory(_ -> new SpeedCell());
        speed.setButtonCell(new SpeedCell());
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Double value) {
                return value == null ? "" : words(value);
            }

            @Override
            public Double fromString(String words) {
                return 1.0;
            }
        });
        speed.valueProperty().subscribe(wanted -> {
            if (wanted != null) {
                player.speed(wanted);
            }
        });
        return speed;
    }

    private String words(double value) {
        int digits = value == Math.rint(value) ? 0 : value * 10 == Math.rint(value * 10) ? 1 : 2;
        return texts.get("media.speed", numbers.decimal(value, digits));
    }

    /** One speed. */
    private final class SpeedCell extends ListCell<Double> {
        @Override
        protected void updateItem(@Nullable Double value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : words(value));
        }
    }
}
