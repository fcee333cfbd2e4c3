package org.moderationdesk.media.view;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.decode.Frame;

/** A small frame that stands for a place in a clip, always covered and grey: nothing lifts it. JavaFX thread only. */
public final class CoveredStill extends Region {
    private final Screened screened = new Screened();

    public CoveredStill() {
        getStyleClass().add("covered-still");
        getChildren().add(screened.view());
        setMouseTransparent(true);
    }

    /** @param frame null for none */
    public void show(@Nullable Frame frame) {
        if (frame == null) {
            screened.clear();
        } else {
            var raster = new Pixels.Raster(frame.width(), frame.height(), frame.argb());
            screened.show(Pixels.covered(raster, CoverChoice.usual().blur(), true));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        ImageView view = screened.view();
        Image image = view.getImage();
        if (image == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double w = getWidth() / scale;
        double h = getHeight() / scale;
        view.setViewport(new Rectangle2D((image.getWidth() - w) / 2, (image.getHeight() - h) / 2, w, h));
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
    }
}
