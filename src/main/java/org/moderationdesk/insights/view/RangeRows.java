package org.moderationdesk.insights.view;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** Names with a range each and a dot within it, over one axis of minutes. */
final class RangeRows extends GridPane {
    private static final double ROW = 24;
    private static final double BAR = 8;
    private static final double MINUTE = 60_000;

    /** One row; times in milliseconds. */
    record Range(String name, int lower, int median, int upper, String number, String beside, String spoken) {}

    RangeRows(List<Range> ranges, String axis) {
        getStyleClass().add("range-rows");
        var names = new ColumnConstraints();
        names.setPercentWidth(34);
        var track = new ColumnConstraints();
        track.setHgrow(Priority.ALWAYS);
        track.setMinWidth(0);
        var number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(USE_PREF_SIZE);
        var beside = new ColumnConstraints();
        beside.setHalignment(HPos.RIGHT);
        beside.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().setAll(names, track, number, beside);
        double most = ranges.stream().mapToInt(Range::upper).max().orElse(1) / MINUTE;
        int minutes = (int) Math.ceil(most);
        int step = Math.max(1, (int) Steps.of(minutes, 5));
        int full = (minutes + step - 1) / step * step;
        int row = 0;
        for (Range range : ranges) {
            add(BarRows.name(range.name()), 0, row);
            add(new Track(range, full, step), 1, row);
            add(Parts.label(range.number(), "size-11"), 2, row);
            add(Parts.label(range.beside(), "muted", "size-11"), 3, row);
            row++;
        }
        add(new Axis(full, step), 1, row);
        add(Parts.label(axis, "muted", "size-11"), 0, row + 1, 4, 1);
        setMinWidth(0);
    }

    private static final class Track extends Pane {
        private final Range range;
        private final int full;
        private final int step;
        private final Region half = new Region();
        private final Circle median = new Circle(4.5);

        Track(Range range, int full, int step) {
            this.range = range;
            this.full = full;
            this.step = step;
            half.getStyleClass().addAll("range-half", "chart-1");
            median.getStyleClass().add("range-median");
            for (int at = 0; at <= full; at += step) {
                var line = new Line();
                line.getStyleClass().add("grid-line");
                getChildren().add(line);
            }
            getChildren().addAll(half, median);
            setFocusTraversable(true);
            setAccessibleText(range.spoken());
            getStyleClass().add("spoken");
            setMinHeight(ROW);
            setPrefHeight(ROW);
            setMinWidth(0);
        }

        @Override
        protected void layoutChildren() {
            double minute = (getWidth() - 10) / full;
            double middle = getHeight() / 2;
            for (int i = 0; i <= full / step; i++) {
                if (getChildren().get(i) instanceof Line line) {
                    line.setStartX(i * step * minute);
                    line.setEndX(i * step * minute);
                    line.setStartY(0);
                    line.setEndY(getHeight());
                }
            }
            double from = range.lower() / MINUTE * minute;
            double to = range.upper() / MINUTE * minute;
            half.resizeRelocate(from, middle - BAR / 2, Math.max(4, to - from), BAR);
            median.setCenterX(range.median() / MINUTE * minute);
            median.setCenterY(middle);
        }
    }

    private static final class Axis extends Pane {
        private final int full;

        Axis(int full, int step) {
            this.full = full;
            for (int at = 0; at <= full; at += step) {
                var label = Parts.label(Integer.toString(at), "size-11", "muted");
                label.setUserData(at);
                getChildren().add(label);
            }
            setMinWidth(0);
            setMinHeight(16);
        }

        @Override
        protected void layoutChildren() {
            double minute = (getWidth() - 10) / full;
            getChildren().forEach(label -> {
                label.autosize();
                if (label.getUserData() instanceof Integer at) {
                    double x = at * minute - label.getLayoutBounds().getWidth() / 2;
                    label.relocate(Math.max(0, x), 0);
                }
            });
        }
    }
}
