package org.moderationdesk.insights.view;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import javafx.util.StringConverter;
import org.moderationdesk.insights.CellWords;

/** Columns of stacked numbers, each column with a word above it if wanted. */
final class ColumnChart extends StackedBarChart<String, Number> {
    private static final double GAP = 12;
    private static final double ROOM_ABOVE = 1.15;

    private ColumnChart(CategoryAxis across, NumberAxis up) {
        super(across, up);
    }

    /**
     * One layer of every column, the lowest first.
     *
     * @param colour style class of its bars
     */
    record Layer(String name, String colour, List<? extends Number> values) {}

    /** @param above the words above each column; empty for none */
    static ColumnChart of(List<String> names, List<Layer> layers, List<String> above, String axis, CellWords words) {
        var across = new CategoryAxis();
        across.setLabel(axis);
        across.setSide(Side.BOTTOM);
        across.setAnimated(false);
        across.setTickMarkVisible(false);
        // An axis that ranges itself turns its words upright where they are close.
        across.setAutoRanging(false);
        across.setCategories(FXCollections.observableArrayList(names));
        var up = new NumberAxis();
        up.setAnimated(false);
        up.setMinorTickVisible(false);
        up.setTickMarkVisible(false);
        up.setForceZeroInRange(true);
        scale(up, layers, names.size());
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
        var chart = new ColumnChart(across, up);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setVerticalGridLinesVisible(false);
        chart.setAlternativeRowFillVisible(false);
        chart.setCategoryGap(names.size() > 20 ? GAP / 3 : GAP);
        chart.getStyleClass().add("column-chart");
        chart.setMinSize(0, 0);
        chart.fill(names, layers, above);
        return chart;
    }

    /** The highest column fits with the words above it. */
    private static void scale(NumberAxis up, List<Layer> layers, int columns) {
        double most = 1;
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            for (Layer layer : layers) {
                sum += layer.values().get(column).doubleValue();
            }
            most = Math.max(most, sum);
        }
        double step = Steps.of(most * ROOM_ABOVE, 4);
        up.setAutoRanging(false);
        up.setLowerBound(0);
        up.setUpperBound(Math.ceil(most * ROOM_ABOVE / step) * step);
        up.setTickUnit(step);
    }

    private void fill(List<String> names, List<Layer> layers, List<String> above) {
        for (Layer layer : layers) {
            var series = new XYChart.Series<String, Number>();
            series.setName(layer.name());
            for (int i = 0; i < names.size(); i++) {
                series.getData()
                        .add(new XYChart.Data<>(names.get(i), layer.values().get(i)));
            }
            getData().add(series);
        }
        for (int i = 0; i < layers.size(); i++) {
            String colour = layers.get(i).colour();
            getData().get(i).getData().forEach(data -> data.getNode()
                    .getStyleClass()
                    .add(colour));
        }
        if (!above.isEmpty()) {
            for (int i = 0; i < names.size(); i++) {
                crown(i, above.get(i));
            }
        }
    }

    /** The words stand on the highest layer that has anything. */
    private void crown(int column, String words) {
        int top = getData().size() - 1;
        while (top > 0 && getData().get(top).getData().get(column).getYValue().doubleValue() == 0) {
            top--;
        }
        Node node = getData().get(top).getData().get(column).getNode();
        if (node instanceof StackPane bar) {
            var label = Parts.label(words, "size-11", "column-words");
            label.setMinWidth(USE_PREF_SIZE);
            label.setTextAlignment(TextAlignment.CENTER);
            label.setManaged(false);
            bar.getChildren().add(label);
            bar.layoutBoundsProperty().subscribe(bounds -> {
                label.autosize();
                label.relocate((bounds.getWidth() - label.getWidth()) / 2, -label.getHeight() - 2);
            });
            label.widthProperty().subscribe(width -> label.setLayoutX((bar.getWidth() - width.doubleValue()) / 2));
        }
    }
}
