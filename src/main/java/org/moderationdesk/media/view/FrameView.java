package org.moderationdesk.media.view;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Background;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.decode.Frame;

/**
 * A still, or one frame of a film after the other, as large as fits and as its cover says, with boxes on it. While the cover is on, nothing
 * finer than the blur is in the scene; what is uncovered is in it only in the form that is chosen. A screen reader is
 * told nothing of it. JavaFX thread only.
 */
public final class FrameView extends Region {
    private static final double LOUPE = 56;
    private static final double LOUPE_STEP = 16;
    private static final double SMALL = 120;

    private final Cover cover;
    private final Background background;
    private final Screened under = new Screened();
    private final Screened whole = new Screened();
    private final Pane picture = new Pane();
    private final Pane over = new Pane();
    private final Rectangle clip = new Rectangle();
    private final Circle loupe = new Circle(LOUPE);
    private final Circle rim = new Circle(LOUPE);
    private final Subscription following;
    private List<Rectangle2D> marked = List.of();
    private @Nullable Rectangle2D draft;
    private Pixels.@Nullable Raster frame;
    private boolean drawing;
    private boolean edgesShown;
    private long shown;
    private double loupeX = 0.5;
    private double loupeY = 0.5;

    /** @param name what a screen reader is told instead of what is seen */
    public FrameView(Cover cover, Background background, String name) {
        this.cover = cover;
        this.background = background;
        picture.setClip(clip);
        picture.getChildren().addAll(under.view(), whole.view());
        rim.getStyleClass().add("loupe-rim");
        rim.setFill(null);
        rim.setMouseTransparent(true);
        over.setMouseTransparent(true);
        getStyleClass().add("picture-frame");
        getChildren().addAll(picture, over);
        setAccessibleText(name);
        setFocusTraversable(true);
        setMinSize(0, 0);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
        addEventHandler(KeyEvent.KEY_PRESSED, this::steer);
        following = Subscription.combine(
                cover.blurredProperty().subscribe(this::render),
                cover.greyProperty().subscribe(this::render),
                cover.formProperty().subscribe(this::render),
                cover.choiceProperty().subscribe(this::render));
    }

    /** Shows a still, or the next frame. Its points are kept until the next one or {@link #clear}, and must not change. */
    public void show(Frame next) {
        boolean sameSize = frame != null && frame.width() == next.width() && frame.height() == next.height();
        frame = new Pixels.Raster(next.width(), next.height(), next.argb());
        shown++;
        render();
        if (!sameSize) {
            requestLayout();
        }
    }

    /** Lets go of the picture: nothing of it stays in memory. */
    public void clear() {
        frame = null;
        shown++;
        render();
        requestLayout();
    }

    /** Clears, and follows its cover no longer: for a frame that is taken off before its cover is. */
    public void dispose() {
        clear();
        following.unsubscribe();
    }

    public boolean hasPicture() {
        return frame != null;
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

    private Rectangle2D place() {
        Pixels.Raster of = frame;
        if (of == null) {
            return new Rectangle2D(0, 0, Math.max(1, getWidth()), Math.max(1, getHeight()));
        }
        double scale = Math.min(getWidth() / of.width(), getHeight() / of.height());
        double width = Math.max(1, of.width() * scale);
        double height = Math.max(1, of.height() * scale);
        return new Rectangle2D((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
    }

    /** A point of this node as fractions of the picture, which may lie outside 0 to 1. */
    public double[] fractions(double x, double y) {
        Rectangle2D at = place();
        return new double[] {(x - at.getMinX()) / at.getWidth(), (y - at.getMinY()) / at.getHeight()};
    }

    /** The nodes that show points, for tests: what lies under the cover, and what is uncovered. */
    List<Screened> screened() {
        return List.of(under, whole);
    }

    private void render() {
        Pixels.Raster of = frame;
        boolean covered = cover.blurredProperty().get();
        LookForm form = cover.formProperty().get();
        boolean grey = cover.greyProperty().get();
        edgesShown &= of != null && !covered && form == LookForm.OUTLINE;
        boolean loupeShown = of != null && !covered && form == LookForm.LOUPE;
        rim.setVisible(loupeShown);
        whole.view().setClip(loupeShown ? loupe : null);
        if (of == null) {
            under.clear();
            whole.clear();
            return;
        }
        if (covered || form == LookForm.LOUPE) {
            under.show(Pixels.covered(of, cover.choiceProperty().get().blur(), grey));
        } else {
            under.clear();
        }
        if (covered) {
            whole.clear();
        } else {
            uncover(of, form, grey);
        }
        requestLayout();
    }

    private void uncover(Pixels.Raster of, LookForm form, boolean grey) {
        switch (form) {
            case OUTLINE -> draw(of);
            case SMALL_GREY -> whole.show(Pixels.smallGrey(of));
            case GREY -> whole.show(Pixels.grey(of));
            case COLOUR -> whole.show(of);
            case LOUPE, FRAMES -> whole.show(grey ? Pixels.grey(of) : of);
            case SOUND, METADATA -> whole.clear();
        }
    }

    /** Edges are found in the background, one frame at a time: frames that come meanwhile are passed over. */
    private void draw(Pixels.Raster of) {
        // What another form showed must not stay, uncut, until the edges are found.
        if (!edgesShown) {
            whole.clear();
        }
        if (drawing) {
            return;
        }
        drawing = true;
        long question = shown;
        background.run(
                () -> Pixels.outline(of),
                drawn -> {
                    drawing = false;
                    if (!isDrawn()) {
                        return;
                    }
                    if (frame != null) {
                        whole.show(drawn);
                        edgesShown = true;
                        requestLayout();
                    }
                    if (question != shown && frame != null) {
                        draw(frame);
                    }
                },
                _ -> drawing = false);
    }

    private boolean isDrawn() {
        return !cover.blurredProperty().get() && cover.formProperty().get() == LookForm.OUTLINE;
    }

    private void point(MouseEvent event) {
        double[] at = fractions(event.getX(), event.getY());
        moveLoupe(at[0], at[1]);
    }

    private void steer(KeyEvent event) {
        if (cover.blurredProperty().get()
                || cover.formProperty().get() != LookForm.LOUPE
                || event.isShortcutDown()
                || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> steer(event, -1, 0);
            case RIGHT -> steer(event, 1, 0);
            case UP -> steer(event, 0, -1);
            case DOWN -> steer(event, 0, 1);
            default -> {}
        }
    }

    private void steer(KeyEvent event, int right, int down) {
        event.consume();
        Rectangle2D at = place();
        moveLoupe(loupeX + right * LOUPE_STEP / at.getWidth(), loupeY + down * LOUPE_STEP / at.getHeight());
    }

    private void moveLoupe(double x, double y) {
        loupeX = Math.clamp(x, 0, 1);
        loupeY = Math.clamp(y, 0, 1);
        placeLoupe(place());
    }

    private void placeLoupe(Rectangle2D at) {
        for (Circle circle : List.of(loupe, rim)) {
            circle.setCenterX(loupeX * at.getWidth());
            circle.setCenterY(loupeY * at.getHeight());
        }
    }

    @Override
    protected void layoutChildren() {
        Rectangle2D at = place();
        clip.setWidth(at.getWidth());
        clip.setHeight(at.getHeight());
        picture.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        over.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        under.view().setFitWidth(at.getWidth());
        under.view().setFitHeight(at.getHeight());
        boolean small = !cover.blurredProperty().get() && cover.formProperty().get() == LookForm.SMALL_GREY;
        double scale = small ? Math.min(1, SMALL / Math.max(at.getWidth(), at.getHeight())) : 1;
        // In whole points, as the place of a picture that is not small is the frame's own.
        double width = small ? Math.round(at.getWidth() * scale) : at.getWidth();
        double height = small ? Math.round(at.getHeight() * scale) : at.getHeight();
        whole.view().setFitWidth(width);
        whole.view().setFitHeight(height);
        whole.view().relocate((at.getWidth() - width) / 2, (at.getHeight() - height) / 2);
        placeLoupe(at);
        over.getChildren().setAll(rim);
        marked.forEach(box -> over.getChildren().add(outline(box, at, "marked-box")));
        if (draft != null) {
            over.getChildren().add(outline(draft, at, "drawn-box"));
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
