package org.moderationdesk.media.view;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.effect.ColorAdjust;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Frame;

/**
 * A frame as large as fits, under its cover, with boxes on it. Frames of one size are drawn into one image after
 * another. Whatever the cover, nothing of the picture is told to a screen reader. JavaFX thread only.
 */
public final class FrameView extends Region {
    private static final double BLUR = 40;

    private final ImageView view = new ImageView();
    private final Pane clipped = new Pane(view);
    private final Rectangle clip = new Rectangle();
    private final Pane boxes = new Pane();
    private final GaussianBlur blur = new GaussianBlur(BLUR);
    private final ColorAdjust grey = new ColorAdjust();
    private @Nullable WritableImage image;
    private List<Rectangle2D> marked = List.of();
    private @Nullable Rectangle2D draft;

    /** @param name told to a screen reader instead of the picture */
    public FrameView(String name) {
        grey.setSaturation(-1);
        // The blur is drawn once, not with every pulse.
        view.setCache(true);
        clipped.setClip(clip);
        boxes.setMouseTransparent(true);
        getStyleClass().add("picture-frame");
        getChildren().addAll(clipped, boxes);
        setAccessibleText(name);
        setFocusTraversable(true);
        setMinSize(0, 0);
    }

    /** Shows a frame in place of the one before. */
    public void show(Frame frame) {
        WritableImage into = image;
        if (into == null || into.getWidth() != frame.width() || into.getHeight() != frame.height()) {
            into = new WritableImage(frame.width(), frame.height());
            image = into;
            view.setImage(into);
            requestLayout();
        }
        into.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        frame.width(),
                        frame.height(),
                        PixelFormat.getIntArgbInstance(),
                        frame.argb(),
                        0,
                        frame.width());
    }

    /** Shows nothing, and keeps nothing of what was shown. */
    public void clear() {
        image = null;
        view.setImage(null);
        requestLayout();
    }

    public void cover(boolean blurred, boolean withoutColour) {
        blur.setInput(withoutColour ? grey : null);
        view.setEffect(blurred ? blur : withoutColour ? grey : null);
    }

    /**
     * Draws boxes, as fractions of the picture.
     *
     * @param drawn the one that is being drawn; null for none
     */
    public void boxes(List<Rectangle2D> marks, @Nullable Rectangle2D drawn) {
        marked = List.copyOf(marks);
        draft = drawn;
        requestLayout();
    }

    public boolean hasPicture() {
        return image != null;
    }

    /** A point of this view as fractions of the picture, which may lie outside 0 to 1. */
    public double[] fractions(double x, double y) {
        Rectangle2D at = place();
        return new double[] {(x - at.getMinX()) / at.getWidth(), (y - at.getMinY()) / at.getHeight()};
    }

    private Rectangle2D place() {
        WritableImage shown = image;
        if (shown == null) {
            return new Rectangle2D(0, 0, Math.max(1, getWidth()), Math.max(1, getHeight()));
        }
        double scale = Math.min(getWidth() / shown.getWidth(), getHeight() / shown.getHeight());
        double w = Math.max(1, shown.getWidth() * scale);
        double h = Math.max(1, shown.getHeight() * scale);
        return new Rectangle2D((getWidth() - w) / 2, (getHeight() - h) / 2, w, h);
    }

    @Override
    protected void layoutChildren() {
        Rectangle2D at = place();
        view.setFitWidth(at.getWidth());
        view.setFitHeight(at.getHeight());
        clip.setWidth(at.getWidth());
        clip.setHeight(at.getHeight());
        clipped.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        boxes.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        boxes.getChildren().clear();
        marked.forEach(box -> boxes.getChildren().add(outline(box, at, "marked-box")));
        if (draft != null) {
            boxes.getChildren().add(outline(draft, at, "drawn-box"));
        }
    }

    private static Rectangle outline(Rectangle2D box, Rectangle2D at, String style) {
        var outline = new Rectangle(
                box.getMinX() * at.getWidth(),
                box.getMinY() * at.getHeight(),
                box.getWidth() * at.getWidth(),
                box.getHeight() * at.getHeight());
        outline.getStyleClass().add(style);
        return outline;
    }
}
