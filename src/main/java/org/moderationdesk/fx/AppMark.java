package org.moderationdesk.fx;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The desk's own mark: a page of text with a tick. */
public final class AppMark extends StackPane {
    private static final String DRAWING = "M5 7 H19 M5 12 H12 M5 17 H9 M12 16 L15 19 L20 13";
    private static final double GRID = 24;

    /** @param pixels of its side, before the size of the interface */
    public AppMark(double pixels) {
        var ground = new Rectangle(pixels, pixels, Color.web("#0969da"));
        ground.setArcWidth(pixels / 2.4);
        ground.setArcHeight(pixels / 2.4);
        var lines = new SVGPath();
        lines.setContent(DRAWING);
        lines.setStroke(Color.WHITE);
        lines.setStrokeWidth(2.4);
        lines.setStrokeLineCap(StrokeLineCap.ROUND);
        lines.setStrokeLineJoin(StrokeLineJoin.ROUND);
        lines.setFill(null);
        double scale = pixels / GRID * 0.9;
        lines.setScaleX(scale);
        lines.setScaleY(scale);
        getChildren().addAll(ground, new Group(lines));
        setMaxSize(pixels, pixels);
        setMinSize(pixels, pixels);
    }

    /** The mark as a picture, for the window's own frame. */
    public static Image picture(int pixels) {
        var mark = new AppMark(pixels);
        var scene = new Scene(mark, pixels, pixels, Color.TRANSPARENT);
        var clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return scene.getRoot().snapshot(clear, null);
    }
}
