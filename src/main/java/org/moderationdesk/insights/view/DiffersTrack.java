package org.moderationdesk.insights.view;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.moderationdesk.agreement.Figure;

/** The share of pairs that differ, as a dot within its interval, on a line from none to all. */
final class DiffersTrack extends Pane {
    private static final double BAR = 8;
    private static final double DOT = 4.5;

    private final Figure.Known same;
    private final Region line = new Region();
    private final Region interval = new Region();
    private final Circle dot = new Circle(DOT);

    /** @param same the share of pairs that are the same */
    DiffersTrack(Figure.Known same) {
        this.same = same;
        line.getStyleClass().add("differs-line");
        interval.getStyleClass().addAll("range-half", "chart-1");
        dot.getStyleClass().add("range-median");
        getChildren().addAll(line, interval, dot);
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        line.resizeRelocate(0, middle, getWidth(), 1);
        double from = place(1 - same.high());
        interval.resizeRelocate(from, middle - BAR / 2, Math.max(2, place(1 - same.low()) - from), BAR);
        dot.setCenterX(place(1 - same.value()));
        dot.setCenterY(middle);
    }

    private double place(double share) {
        return DOT + share * Math.max(0, getWidth() - 2 * DOT);
    }
}
