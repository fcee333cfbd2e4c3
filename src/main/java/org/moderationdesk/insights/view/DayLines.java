package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.insights.CellWords;

/** Shares over days or weeks as lines, each with its last value at its end, and perhaps a dashed goal. */
final class DayLines extends LineChart<String, Number> {
    private final double lowest;
    private final double highest;
    private final List<Ending> endings = new ArrayList<>();
    private @Nullable Node followed;
    private @Nullable Label from;
    private @Nullable Label to;

    private DayLines(CategoryAxis across, NumberAxis up) {
        super(across, up);
        this.lowest = up.getLowerBound();
        this.highest = up.getUpperBound();
    }

    /**
     * One line.
     *
     * @param colour style class of it and its points
     * @param values NaN where there is none
     */
    record Told(String name, String colour, List<Double> values, String end) {}

    /** A label at a height of the axis, right of the last point; perhaps with a dashed line. */
    private record Ending(
            double value, Node label, @Nullable Line line) {}

    /** @param lowest where the axis begins, in percent */
    static DayLines of(
            List<String> names, List<Told> lines, double lowest, double highest, String axis, CellWords words) {
        var across = new CategoryAxis();
        across.setAnimated(false);
        across.setTickMarkVisible(false);
        // An axis that ranges itself turns its words upright where they are close.
        across.setAutoRanging(false);
        across.setCategories(FXCollections.observableArrayList(names));
        across.setLabel(axis);
        var up = new NumberAxis(lowest, highest, Steps.of(highest - lowest, 5));
        up.setAnimated(false);
        up.setMinorTickVisible(false);
        up.setTickMarkVisible(false);
        up.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return words.whole(value.longValue());
            }

            @Override
            public Number fromString(String shown) {
                throw new UnsupportedOperationException("axes are not typed into");
            }
        });
        var chart = new DayLines(across, up);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setVerticalGridLinesVisible(false);
        chart.setAlternativeRowFillVisible(false);
        chart.getStyleClass().add("day-lines");
        chart.setMinSize(0, 0);
        lines.forEach(line -> chart.add(names, line));
        // Only now: each line that is added gives the ones before it their first style again.
        for (int i = 0; i < lines.size(); i++) {
            String colour = lines.get(i).colour();
            chart.getData().get(i).getNode().getStyleClass().add(colour);
            chart.getData().get(i).getData().forEach(data -> data.getNode()
                    .getStyleClass()
                    .addAll("line-point", colour));
        }
        return chart;
    }

    /** A dashed line across at this share, with its word at the end. */
    DayLines goal(double share, String word) {
        var line = new Line();
        line.getStyleClass().add("goal-line");
        end(share * 100, word, line, "muted");
        return this;
    }

    /** Says below the plot only where it begins and ends, where all names would write over each other. */
    DayLines between(String first, String last) {
        // Its names keep their room.
        getXAxis().getStyleClass().add("unsaid");
        from = below(first);
        to = below(last);
        return this;
    }

    private Label below(String word) {
        var label = Parts.label(word, "size-11", "muted");
        label.setManaged(false);
        getChildren().add(label);
        return label;
    }

    private void add(List<String> names, Told told) {
        var series = new XYChart.Series<String, Number>();
        series.setName(told.name());
        double last = Double.NaN;
        for (int i = 0; i < names.size(); i++) {
            double value = told.values().get(i);
            if (!Double.isNaN(value)) {
                series.getData().add(new XYChart.Data<>(names.get(i), value * 100));
                last = value * 100;
            }
        }
        getData().add(series);
        if (!Double.isNaN(last)) {
            end(last, told.end(), null, "default");
        }
    }

    private void end(double value, String word, @Nullable Line line, String tone) {
        var label = Parts.label(word, "size-11", tone);
        label.setMinWidth(USE_PREF_SIZE);
        label.setManaged(false);
        getChildren().add(label);
        if (line != null) {
            line.setManaged(false);
            line.setMouseTransparent(true);
            getChildren().add(line);
        }
        endings.add(new Ending(value, label, line));
    }

    /** The plot is laid out by its own parent, after this chart: the labels follow it. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node plot = lookup(".chart-plot-background");
        if (plot != null && !plot.equals(followed)) {
            followed = plot;
            plot.boundsInParentProperty().subscribe(_ -> place(plot));
        }
        if (plot != null) {
            place(plot);
        }
    }

    private void place(Node plot) {
        var area = sceneToLocal(plot.localToScene(plot.getBoundsInLocal()));
        if (from != null && to != null) {
            from.autosize();
            to.autosize();
            from.relocate(area.getMinX(), area.getMaxY() + 4);
            to.relocate(area.getMaxX() - to.getWidth(), area.getMaxY() + 4);
        }
        double above = Double.NaN;
        for (Ending ending : endings.stream()
                .sorted((one, other) -> Double.compare(other.value(), one.value()))
                .toList()) {
            double y = area.getMinY() + area.getHeight() * (highest - ending.value()) / (highest - lowest);
            Line line = ending.line();
            if (line != null) {
                line.setStartX(area.getMinX());
                line.setEndX(area.getMaxX());
                line.setStartY(y);
                line.setEndY(y);
            }
            ending.label().autosize();
            double height = ending.label().getLayoutBounds().getHeight();
            // Two ends close together would write over each other.
            double place = Double.isNaN(above) ? y - height / 2 : Math.max(y - height / 2, above + height);
            ending.label().relocate(area.getMaxX() + 8, place);
            above = place;
        }
    }
}
