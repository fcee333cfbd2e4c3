package org.moderationdesk.insights.view;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/** A line without an axis, its last point marked. What it shows stands in words beside it, so it is not focused. */
final class Sparkline extends Pane {
    private static final double WIDTH = 44;
    private static final double HEIGHT = 22;
    private static final double INSET = 3;

    /** @param values oldest first; NaN where there is none, over which the line goes on */
    Sparkline(List<Double> values) {
        getStyleClass().add("sparkline");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int known = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                known++;
            }
        }
        if (known > 1) {
            draw(values, least, most > least ? most - least : 1);
        }
    }

    private void draw(List<Double> values, double least, double range) {
        var line = new Polyline();
        line.getStyleClass().add("sparkline-line");
        double x = 0;
        double y = 0;
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isNaN(values.get(i))) {
                x = INSET + (WIDTH - 2 * INSET) * i / (values.size() - 1);
                y = HEIGHT - INSET - (HEIGHT - 2 * INSET) * (values.get(i) - least) / range;
                line.getPoints().addAll(x, y);
            }
        }
        var end = new Circle(x, y, 2.5);
        end.getStyleClass().add("sparkline-end");
        getChildren().addAll(line, end);
    }
}
