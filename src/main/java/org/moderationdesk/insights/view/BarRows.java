package org.moderationdesk.insights.view;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** Names with a bar each from the left, its number at its end and words at the far side; perhaps a dashed limit. */
final class BarRows extends GridPane {
    private static final double BAR = 12;
    private static final double DIGIT = 6.6;
    private static final double GAP = 6;

    /** One row. */
    record Bar(Node name, double value, String number, String beside, String spoken) {}

    /**
     * @param full what the whole width stands for
     * @param limit where a dashed line goes down, in the same unit; NaN for none
     */
    BarRows(List<Bar> bars, double full, double limit) {
        getStyleClass().add("bar-rows");
        var names = new ColumnConstraints();
        names.setPercentWidth(37);
        var track = new ColumnConstraints();
        track.setHgrow(Priority.ALWAYS);
        track.setMinWidth(0);
        var beside = new ColumnConstraints();
        beside.setHalignment(HPos.RIGHT);
        beside.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().setAll(names, track, beside);
        double numbers =
                bars.stream().mapToInt(bar -> bar.number().length()).max().orElse(0) * DIGIT;
        for (int row = 0; row < bars.size(); row++) {
            Bar bar = bars.get(row);
            add(bar.name(), 0, row);
            add(new Track(bar, full, limit, numbers), 1, row);
            add(Parts.label(bar.beside(), "muted", "size-11"), 2, row);
        }
        setMinWidth(0);
    }

    /** The bar with its number. */
    private static final class Track extends Pane {
        private final Bar bar;
        private final double full;
        private final double limit;
        private final double numbers;
        private final Region drawn = new Region();
        private final Node number;
        private final Line line = new Line();

        /** @param numbers room for the widest number, so that all bars have one scale */
        Track(Bar bar, double full, double limit, double numbers) {
            this.bar = bar;
            this.numbers = numbers;
            this.full = full;
            this.limit = limit;
            number = Parts.label(bar.number(), "size-11");
            drawn.getStyleClass().addAll("bar-row", "chart-1");
            line.getStyleClass().add("goal-line");
            line.setVisible(!Double.isNaN(limit));
            getChildren().addAll(drawn, line, number);
            setFocusTraversable(true);
            setAccessibleText(bar.spoken());
            getStyleClass().add("spoken");
            setMinHeight(22);
            setPrefHeight(22);
            setMinWidth(0);
        }

        @Override
        protected void layoutChildren() {
            double room = Math.max(0, getWidth() - numbers - GAP);
            double width = room * Math.min(1, bar.value() / full);
            double middle = getHeight() / 2;
            drawn.resizeRelocate(0, middle - BAR / 2, width, BAR);
            number.autosize();
            double x = room * limit / full;
            double from = width + GAP;
            // The dashed line goes through no number.
            boolean crossed =
                    from - 2 < x && x < from + number.getLayoutBounds().getWidth() + 2;
            number.relocate(
                    crossed ? x + GAP : from, middle - number.getLayoutBounds().getHeight() / 2);
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(0);
            line.setEndY(getHeight());
        }
    }

    static Node name(String words) {
        var name = Parts.label(words, "size-11");
        name.setMinWidth(0);
        name.setAlignment(Pos.CENTER_LEFT);
        return name;
    }
}
