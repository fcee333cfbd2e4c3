package org.moderationdesk.insights.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.Sheet;

/** A chart under its title, which can be turned into the table of its numbers and back. */
final class ChartCard extends VBox {
    private final Texts texts;
    private final Label title = Parts.label("", "strong", "size-14");
    private final FlowPane legend = new FlowPane();
    private final StackPane stage = new StackPane();
    private final ToggleButton table;
    private Node chart = new Region();
    private Node numbers = new Region();

    ChartCard(String id, Texts texts) {
        this.texts = texts;
        setId("chart-" + id);
        getStyleClass().addAll("card", "chart-card");
        table = new ToggleButton(null, Icons.small(Icon.TABLE));
        table.setId("chart-table-" + id);
        table.getStyleClass().addAll("quiet", "chart-turn");
        table.selectedProperty().subscribe(_ -> turn());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, table);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("chart-head");
        legend.getStyleClass().add("chart-legend");
        stage.setAlignment(Pos.TOP_LEFT);
        stage.setMinSize(0, 0);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(head, legend, stage);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
    }

    /** Shows other figures in the same form as before. */
    void show(Sheet sheet, CellWords words, Node drawn, List<Node> legends) {
        title.setText(sheet.title());
        legend.getChildren().setAll(legends);
        chart = sheet.rows().isEmpty() ? Parts.label(texts.get("insights.none"), "muted", "size-12") : drawn;
        numbers = new SheetTable(sheet, words);
        turn();
    }

    /** Chart instead of table, or the other way round. */
    void toggle() {
        table.setSelected(!table.isSelected());
    }

    private void turn() {
        boolean asTable = table.isSelected();
        stage.getChildren().setAll(asTable ? numbers : chart);
        legend.setVisible(!asTable);
        legend.setManaged(!asTable);
        String words = texts.get(asTable ? "insights.chart.of" : "insights.table.of", title.getText());
        table.setAccessibleText(words);
        table.setTooltip(new Tooltip(words));
    }
}
