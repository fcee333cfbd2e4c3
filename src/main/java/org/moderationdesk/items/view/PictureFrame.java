package org.moderationdesk.items.view;

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
import org.moderationdesk.decisions.EvidenceMark.Box;

/**
 * A picture as large as fits, under its cover, with boxes on it. Whatever the cover, nothing of the picture is told to a
 * screen reader.
 */
final class PictureFrame extends Region {
    private static final double BLUR = 40;

    private final ImageView view = new ImageView();
    private final Pane clipped = new Pane(view);
    private final Rectangle clip = new Rectangle();
    private final Pane boxes = new Pane();
    private final GaussianBlur blur = new GaussianBlur(BLUR);
    private final ColorAdjust grey = new ColorAdjust();
    private List<Box> marked = List.of();
    private @Nullable Box draft;

    PictureFrame(String name) {
        grey.setSaturation(-1);
        // The blur is drawn once, not with every frame.
        view.setCache(true);
        clipped.setClip(clip);
        boxes.setMouseTransparent(true);
        getStyleClass().add("picture-frame");
        getChildren().addAll(clipped, boxes);
        setId("item-picture");
        setAccessibleText(name);
        setFocusTraversable(true);
        setMinSize(0, 0);
    }

    void show(PictureSource.@Nullable Shown picture) {
        if (picture == null) {
            view.setImage(null);
        } else {
            var image = new WritableImage(picture.width(), picture.height());
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            picture.width(),
                            picture.height(),
                            PixelFormat.getIntArgbInstance(),
                            picture.argb(),
                            0,
                            picture.width());
            view.setImage(image);
        }
        requestLayout();
    }

    void cover(boolean blurred, boolean withoutColour) {
        blur.setInput(withoutColour ? grey : null);
        view.setEffect(blurred ? blur : withoutColour ? grey : null);
    }

    void boxes(List<Box> marks, @Nullable Box drawn) {
        marked = List.copyOf(marks);
        draft = drawn;
        requestLayout();
    }

    boolean hasPicture() {
        return view.getImage() != null;
    }

    /** A point of this frame as fractions of the picture, which may lie outside 0 to 1. */
    double[] fractions(double x, double y) {
        Rectangle2D at = place();
        return new double[] {(x - at.getMinX()) / at.getWidth(), (y - at.getMinY()) / at.getHeight()};
    }

    private Rectangle2D place() {
        if (view.getImage() == null) {
            return new Rectangle2D(0, 0, Math.max(1, getWidth()), Math.max(1, getHeight()));
        }
        double width = view.getImage().getWidth();
        double height = view.getImage().getHeight();
        double scale = Math.min(getWidth() / width, getHeight() / height);
        double w = Math.max(1, width * scale);
        double h = Math.max(1, height * scale);
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

    private static Rectangle outline(Box box, Rectangle2D at, String style) {
        var outline = new Rectangle(
                box.x() * at.getWidth(), box.y() * at.getHeight(), box.w() * at.getWidth(), box.h() * at.getHeight());
        outline.getStyleClass().add(style);
        return outline;
    }
}
