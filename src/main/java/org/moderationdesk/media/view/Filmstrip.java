package org.moderationdesk.media.view;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Frame;

/** Twelve frames over the clip, under the same cover as the clip itself; a click seeks there. JavaFX thread only. */
final class Filmstrip extends Region {
    private static final double GAP = 4;
    private static final double ARC = 6;

    private final Player player;
    private final Cover cover;
    private final List<Cell> cells = new ArrayList<>();
    private final Pane spans = new Pane();
    private List<TimeFlag> marked = List.of();

    Filmstrip(Player player, Cover cover, String name) {
        this.player = player;
        this.cover = cover;
        getStyleClass().add("filmstrip");
        setId("player-filmstrip");
        setAccessibleText(name);
        setMinWidth(0);
        for (int i = 0; i < Survey.FRAMES; i++) {
            cells.add(new Cell());
        }
        getChildren().addAll(cells);
        spans.setMouseTransparent(true);
        getChildren().add(spans);
        player.model().strip().addListener((ListChangeListener<Frame>) change -> {
            while (change.next()) {
                for (int i = change.getFrom(); i < change.getTo() && i < cells.size(); i++) {
                    cells.get(i).show(change.getList().get(i));
                }
            }
            render();
            for (int i = change.getList().size(); i < cells.size(); i++) {
                cells.get(i).clear();
            }
        });
        cover.blurredProperty().subscribe(this::render);
        cover.greyProperty().subscribe(this::render);
        cover.formProperty().subscribe(this::render);
        cover.choiceProperty().subscribe(this::render);
        player.model().positionProperty().subscribe(this::follow);
        player.model().durationProperty().subscribe(this::requestLayout);
        setOnMousePressed(event -> seek(event.getX()));
    }

    /** A form that shows a part only shows nothing of the other frames. */
    private void render() {
        boolean whole =
                !cover.blurredProperty().get() && cover.formProperty().get().isWhole();
        int blur = cover.choiceProperty().get().blur();
        boolean grey = cover.greyProperty().get();
        cells.forEach(cell -> cell.render(whole, blur, grey));
    }

    void flags(List<TimeFlag> shown) {
        marked = List.copyOf(shown);
        requestLayout();
    }

    private int cellAt(double part) {
        return (int) Math.clamp(Math.floor(part * cells.size()), 0, cells.size() - 1.0);
    }

    private void seek(double x) {
        int at = cellAt(x / Math.max(1, getWidth()));
        List<Frame> strip = player.model().strip();
        player.seek(
                at < strip.size()
                        ? strip.get(at).micros()
                        : player.model().durationProperty().get() * at / cells.size());
    }

    private void follow() {
        long duration = player.model().durationProperty().get();
        int now = duration <= 0
                ? -1
                : cellAt((double) player.model().positionProperty().get() / duration);
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).frame.setVisible(i == now);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = (getWidth() - GAP * (cells.size() - 1)) / cells.size();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).resizeRelocate(i * (width + GAP), 0, Math.max(1, width), getHeight());
        }
        spans.getChildren().clear();
        long duration = player.model().durationProperty().get();
        for (TimeFlag flag : marked) {
            if (duration > 0) {
                var bar = new Region();
                bar.getStyleClass().add("strip-span");
                bar.setManaged(false);
                double x = (double) flag.span().fromMicros() / duration * getWidth();
                double to = (double) flag.span().toMicros() / duration * getWidth();
                bar.resizeRelocate(Math.min(x, getWidth() - 3), getHeight() - 3, Math.max(3, to - x), 3);
                spans.getChildren().add(bar);
            }
        }
        follow();
    }

    /** One frame, cropped to its place. */
    private static final class Cell extends Region {
        private final Screened screened = new Screened();
        private final Pane clipped = new Pane(screened.view());
        private final Rectangle clip = new Rectangle();
        private final Region frame = new Region();
        private Pixels.@Nullable Raster raster;

        Cell() {
            getStyleClass().add("strip-cell");
            frame.getStyleClass().add("strip-now");
            frame.setVisible(false);
            clip.setArcWidth(ARC);
            clip.setArcHeight(ARC);
            clipped.setClip(clip);
            // Managed, it would ask for another layout each time it is fitted in one, and so without end.
            screened.view().setManaged(false);
            getChildren().addAll(clipped, frame);
            setMouseTransparent(true);
        }

        void show(Frame shown) {
            raster = new Pixels.Raster(shown.width(), shown.height(), shown.argb());
        }

        void clear() {
            raster = null;
            screened.clear();
        }

        void render(boolean whole, int blur, boolean grey) {
            Pixels.Raster of = raster;
            if (of != null) {
                screened.show(!whole ? Pixels.covered(of, blur, grey) : grey ? Pixels.grey(of) : of);
                requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
            clipped.resizeRelocate(0, 0, getWidth(), getHeight());
            frame.resizeRelocate(0, 0, getWidth(), getHeight());
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
}
