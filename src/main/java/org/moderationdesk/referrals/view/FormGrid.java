package org.moderationdesk.referrals.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Fields beside one another as they fit: first short ones, then what is true or not, then those of several lines. */
final class FormGrid {
    /** Three short fields in a row, or two of middle width. */
    private static final int COLUMNS = 6;

    private static final int SHORT = 2;
    private static final int MIDDLE = 3;

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
        add(all, areas, areas.size() > 1 ? MIDDLE : COLUMNS);
        return all;
    }

    private static void add(VBox all, List<Node> nodes, int span) {
        if (nodes.isEmpty()) {
            return;
        }
        var grid = new GridPane();
        grid.getStyleClass().add("report-row");
        for (int column = 0; column < COLUMNS; column++) {
            var one = new ColumnConstraints();
            one.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(one);
        }
        int places = COLUMNS / span;
        for (int i = 0; i < nodes.size(); i++) {
            grid.add(nodes.get(i), i % places * span, i / places, span, 1);
        }
        all.getChildren().add(grid);
    }
}
