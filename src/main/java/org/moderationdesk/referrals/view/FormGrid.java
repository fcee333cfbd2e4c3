package org.moderationdesk.referrals.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Fields beside one another as they fit: first short ones, then what is true or not, then those of several lines. */
final class FormGrid {
    private static final int SHORT = 3;
    private static final int MIDDLE = 2;

    private final List<Node> lines = new ArrayList<>();
    private final List<Node> moments = new ArrayList<>();
    private final List<Node> checks = new ArrayList<>();
    private final List<Node> areas = new ArrayList<>();

    void line(Node node) {
        lines.add(node);
    }

    void moment(Node node) {
        moments.add(node);
    }

    void check(Node node) {
        checks.add(node);
    }

    void area(Node node) {
        areas.add(node);
    }

    Node laid() {
        var all = new VBox();
        all.getStyleClass().add("gap-8");
        add(all, lines, SHORT);
        add(all, moments, MIDDLE);
        add(all, checks, SHORT);
        add(all, areas, Math.clamp(areas.size(), 1, MIDDLE));
        return all;
    }

    /** @param beside how many stand in a row */
    private static void add(VBox all, List<Node> nodes, int beside) {
        for (int from = 0; from < nodes.size(); from += beside) {
            all.getChildren().add(row(beside, nodes.subList(from, Math.min(from + beside, nodes.size()))));
        }
    }

    /** Columns of one width, whether or not all of them are filled. */
    private static Node row(int columns, List<Node> nodes) {
        var row = new GridPane();
        row.getStyleClass().add("report-row");
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setMinWidth(0);
            column.setPrefWidth(1);
            column.setHgrow(Priority.ALWAYS);
            row.getColumnConstraints().add(column);
        }
        row.addRow(0, nodes.toArray(Node[]::new));
        for (int i = nodes.size(); i < columns; i++) {
            // A column without anything in it takes no gap.
            row.add(new Region(), i, 0);
        }
        return row;
    }
}
