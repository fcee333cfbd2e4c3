package org.moderationdesk.insights.view;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** A number with its interval on an axis from 0.4 to 1, and a dotted mark at the target. */
final class IntervalLine extends Pane {
    static final double FROM = 0.4;
    static final double TO = 1;
    private static final double HEIGHT = 20;
    private static final double BAR = 8;

    private final double low;
    private final double value;
    private final double high;
    private final double target;
    private final Line axis = new Line();
    private final Line mark = new Line();
    private final Region bar = new Region();
    private final Circle point = new Circle(4.5);

    IntervalLine(double low, double value, double high, double target) {
        this.low = low;
        this.value = value;
        this.high = high;
        this.target = target;
        axis.getStyleClass().add("grid-line");
        mark.getStyleClass().add("goal-line");
        bar.getStyleClass().addAll("range-half", "chart-1");
        point.getStyleClass().add("range-median");
        getChildren().addAll(axis, bar, mark, point);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
        setFocusTraversable(true);
        getStyleClass().add("spoken");
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        axis.setStartX(0);
        axis.setEndX(getWidth());
        axis.setStartY(middle);
        axis.setEndY(middle);
        bar.resizeRelocate(place(low), middle - BAR / 2, Math.max(2, place(high) - place(low)), BAR);
        mark.setStartX(place(target));
        mark.setEndX(place(target));
        mark.setStartY(0);
        mark.setEndY(getHeight());
        point.setCenterX(place(value));
        point.setCenterY(middle);
    }

    /** What lies outside the axis stands at its end. */
    private double place(double at) {
        return Math.clamp((at - FROM) / (TO - FROM), 0, 1) * getWidth();
    }
}
