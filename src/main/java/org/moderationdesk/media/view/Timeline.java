package org.moderationdesk.media.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Where the clip is, on a track that a click or drag seeks on; above it how loud it is, how many reports point where,
 * and flags of what is marked. JavaFX thread only.
 */
final class Timeline extends Region {
    private static final double TRACK = 4;
    private static final double THUMB = 14;
    private static final double BELOW = 8;
    private static final double BAR_GAP = 3;

    private final Player player;
    private final WaveShape wave = new WaveShape();
    private final Pane bars = new Pane();
    private final Region track = styled("time-track");
    private final Region filled = styled("time-filled");
    private final Region loop = styled("time-loop");
    private final Pane scenes = new Pane();
    private final Pane flags = new Pane();
    private final Region thumb = styled("time-thumb");
    private List<Double> reports = List.of();
    private List<TimeFlag> marked = List.of();

    Timeline(Player player, String name) {
        this.player = player;
        getStyleClass().add("timeline");
        for (Region quiet : List.of(bars, track, filled, loop, scenes, flags, thumb)) {
            quiet.setMouseTransparent(true);
        }
        getChildren().addAll(wave, bars, track, loop, filled, scenes, flags, thumb);
        setId("player-timeline");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(name);
        setFocusTraversable(true);
        setMinWidth(0);
        PlayerModel model = player.model();
        model.positionProperty().subscribe(this::follow);
        model.durationProperty().subscribe(this::requestLayout);
        model.loopProperty().subscribe(this::requestLayout);
        model.waveformProperty().subscribe(wave::show);
        model.scenes().addListener((InvalidationListener) _ -> requestLayout());
        setOnMousePressed(event -> {
            requestFocus();
            seek(event.getX());
        });
        setOnMouseDragged(event -> seek(event.getX()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::byKey);
    }

    private static Region styled(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    /** @param counts of equal parts of the clip; empty where no report says a time */
    void reports(List<Double> counts) {
        reports = List.copyOf(counts);
        requestLayout();
    }

    void flags(List<TimeFlag> shown) {
        marked = List.copyOf(shown);
        requestLayout();
    }

    private void byKey(KeyEvent event) {
        if (event.getCode() == KeyCode.HOME) {
            event.consume();
            player.seek(0);
        } else if (event.getCode() == KeyCode.END) {
            event.consume();
            player.seek(player.model().durationProperty().get());
        }
    }

    private void seek(double x) {
        player.seek(Math.round(Math.clamp(x / Math.max(1, getWidth()), 0, 1)
                * player.model().durationProperty().get()));
    }

    private double at(long micros) {
        long duration = player.model().durationProperty().get();
        return duration <= 0 ? 0 : Math.clamp((double) micros / duration, 0, 1) * getWidth();
    }

    private void follow() {
        double x = at(player.model().positionProperty().get());
        double y = getHeight() - BELOW;
        filled.resizeRelocate(0, y - TRACK / 2, x, TRACK);
        thumb.resizeRelocate(
                Math.clamp(x - THUMB / 2, -2, Math.max(-2, getWidth() - THUMB + 2)), y - THUMB / 2, THUMB, THUMB);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double y = getHeight() - BELOW;
        double above = Math.max(0, y - TRACK);
        wave.resizeRelocate(0, 0, width, above);
        track.resizeRelocate(0, y - TRACK / 2, width, TRACK);
        layLoop(player.model().loopProperty().get(), y);
        layBars(above);
        layScenes(y);
        layFlags(y);
        follow();
    }

    private void layLoop(@Nullable TimeSpan span, double y) {
        loop.setVisible(span != null);
        if (span != null) {
            double x = at(span.fromMicros());
            loop.resizeRelocate(x, y - TRACK, Math.max(2, at(span.toMicros()) - x), TRACK * 2);
        }
    }

    private void layBars(double above) {
        double most = reports.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var drawn = new ArrayList<Region>();
        double wide = getWidth() / Math.max(1, reports.size());
        for (int i = 0; i < reports.size() && most > 0; i++) {
            double high = reports.get(i) / most * (above - 2);
            if (high > 0) {
                Region bar = styled("report-bar");
                bar.resizeRelocate(
                        i * wide + BAR_GAP / 2,
                        above - Math.max(2, high),
                        Math.max(1, wide - BAR_GAP),
                        Math.max(2, high));
                drawn.add(bar);
            }
        }
        drawn.forEach(bar -> bar.setManaged(false));
        bars.getChildren().setAll(drawn);
    }

    private void layScenes(double y) {
        var drawn = new ArrayList<Region>();
        for (long change : player.model().scenes()) {
            Region tick = styled("scene-tick");
            tick.setManaged(false);
            tick.resizeRelocate(at(change), y + TRACK / 2 + 1, 1, TRACK);
            drawn.add(tick);
        }
        scenes.getChildren().setAll(drawn);
    }

    private void layFlags(double y) {
        flags.getChildren().clear();
        for (TimeFlag flag : marked) {
            double x = at(flag.span().fromMicros());
            double to = at(flag.span().toMicros());
            Region span = styled("time-flag-span");
            span.setManaged(false);
            span.resizeRelocate(x, y - TRACK / 2, Math.max(2, to - x), TRACK);
            Region pole = styled("time-flag-pole");
            pole.setManaged(false);
            pole.resizeRelocate(x, 0, 2, y + TRACK / 2);
            var name = new Label(flag.name());
            name.getStyleClass().add("time-flag");
            if (flag.open()) {
                name.getStyleClass().add("open");
            }
            flags.getChildren().addAll(span, pole, name);
            name.applyCss();
            name.autosize();
            name.setManaged(false);
            name.relocate(Math.min(x, Math.max(0, getWidth() - name.getWidth())), 0);
        }
    }
}
