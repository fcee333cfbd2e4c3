package org.moderationdesk.media.view;

import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Waveform;

/** How loud a clip is, drawn around its middle line over its whole width; the part already played is drawn stronger. */
final class WaveShape extends Region {
    private final Path all = new Path();
    private final Path played = new Path();
    private final Rectangle until = new Rectangle();
    private @Nullable Waveform waveform;
    private double part;

    WaveShape() {
        all.getStyleClass().add("wave");
        played.getStyleClass().add("wave-played");
        played.setClip(until);
        getChildren().addAll(all, played);
        setMouseTransparent(true);
        setMinSize(0, 0);
    }

    void show(@Nullable Waveform known) {
        waveform = known;
        requestLayout();
    }

    /** @param fraction of the clip that has been played, from 0 to 1 */
    void played(double fraction) {
        part = fraction;
        until.setWidth(getWidth() * part);
    }

    @Override
    protected void layoutChildren() {
        until.setHeight(getHeight());
        until.setWidth(getWidth() * part);
        Waveform known = waveform;
        if (known == null || known.peaks().length == 0) {
            all.getElements().clear();
            played.getElements().clear();
            return;
        }
        draw(all, known.peaks());
        draw(played, known.peaks());
    }

    private void draw(Path path, float[] peaks) {
        double middle = getHeight() / 2;
        double step = getWidth() / peaks.length;
        path.getElements().setAll(new MoveTo(0, middle));
        for (int i = 0; i < peaks.length; i++) {
            path.getElements().add(new LineTo((i + 0.5) * step, middle - height(peaks[i])));
        }
        path.getElements().add(new LineTo(getWidth(), middle));
        for (int i = peaks.length - 1; i >= 0; i--) {
            path.getElements().add(new LineTo((i + 0.5) * step, middle + height(peaks[i])));
        }
        path.getElements().add(new ClosePath());
    }

    private double height(float peak) {
        return Math.max(0.5, Math.clamp(peak, 0f, 1f) * getHeight() / 2);
    }
}
