package org.moderationdesk.quality.view;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Rows with a name, a bar and numbers. */
final class CoverageTable extends GridPane {
    private static final double NAME = 176;
    private static final double BAR = 88;

    /**
     * One row.
     *
     * @param part that the bar shows, 0 to 1
     * @param spoken what the bar says, in words
     * @param numbers in the order of the columns
     */
    record Row(String name, double part, String spoken, List<String> numbers, boolean strong) {}

    /** @param heads above the numbers; the first is above the names */
    CoverageTable(List<String> heads, List<Row> rows) {
        getStyleClass().add("coverage");
        var name = new ColumnConstraints();
        name.setPrefWidth(NAME);
        name.setMinWidth(0);
        var bar = new ColumnConstraints();
        bar.setPrefWidth(BAR);
        bar.setMinWidth(32);
        bar.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(name, bar);
        add(cell(heads.getFirst(), "muted"), 0, 0);
        for (int i = 1; i < heads.size(); i++) {
            var number = new ColumnConstraints();
            number.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(number);
            add(number(heads.get(i), "muted"), i + 1, 0);
        }
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), i + 1);
        }
    }

    private void row(Row row, int at) {
        String style = row.strong() ? "strong" : "coverage-name";
        add(cell(row.name(), style), 0, at);
        var bar = new ProgressBar(Math.clamp(row.part(), 0, 1));
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(row.spoken());
        bar.setFocusTraversable(true);
        add(bar, 1, at);
        for (int i = 0; i < row.numbers().size(); i++) {
            add(number(row.numbers().get(i), style), i + 2, at);
        }
    }

    private static Node cell(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().addAll("size-12", style);
        label.setMinWidth(0);
        label.setMinHeight(28);
        return label;
    }

    private static Node number(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().addAll("size-12", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
