package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.moderationdesk.base.Texts;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.Column;
import org.moderationdesk.insights.Report;
import org.moderationdesk.insights.Sheet;

/** Lays a report out as nodes, a page each, black on white. JavaFX thread only. */
final class PaperPages {
    private static final double BETWEEN = 2;
    private static final double FOOT = 20;
    /** What at least stands together with the head of a sheet, in rows. */
    private static final int TOGETHER = 6;

    private final Texts texts;
    private final CellWords words;
    private final double width;
    private final double height;
    private final List<VBox> pages = new ArrayList<>();
    private final Group gauge = new Group();
    private double left;

    /**
     * Takes the size of what is printed on.
     *
     * @param width in points
     * @param height in points
     */
    PaperPages(Texts texts, double width, double height) {
        this.texts = texts;
        this.words = new CellWords(texts);
        this.width = width;
        this.height = height;
        // Nothing has a size before a scene has dressed it.
        var _ = new Scene(gauge);
    }

    List<? extends Node> of(Report report) {
        put(List.of(text(report.title(), 18, true)));
        put(List.of(text(report.scope(), 10, false)));
        put(List.of(text(report.made(), 10, false)));
        for (Report.Figure figure : report.figures()) {
            put(List.of(text(figure.name() + "  " + figure.value() + "  " + figure.beside(), 10, false)));
        }
        report.sheets().forEach(this::put);
        for (int i = 0; i < pages.size(); i++) {
            var gap = new Region();
            VBox.setVgrow(gap, Priority.ALWAYS);
            pages.get(i)
                    .getChildren()
                    .addAll(gap, text(texts.get("insights.report.page", i + 1, pages.size()), 8, false));
            // A printer takes a page as it has been laid out, and lays out none.
            var scene = new Scene(pages.get(i), width, height);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        return pages;
    }

    private void put(Sheet sheet) {
        List<Node> head = new ArrayList<>(List.of(
                gap(),
                text(sheet.title(), 12, true),
                text(sheet.note(), 8, false),
                line(sheet, sheet.columns().stream().map(Column::name).toList(), true)));
        List<Node> rows = new ArrayList<>();
        if (sheet.rows().isEmpty()) {
            rows.add(text(texts.get("insights.none"), 9, false));
        }
        for (List<Object> row : sheet.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(words.of(sheet.columns().get(i).form(), row.get(i)));
            }
            rows.add(line(sheet, cells, false));
        }
        int together = Math.min(TOGETHER, rows.size());
        head.addAll(rows.subList(0, together));
        put(head);
        rows.subList(together, rows.size()).forEach(row -> put(List.of(row)));
    }

    /** Puts nodes beneath each other onto one page: this one, or a fresh one where they do not fit. */
    private void put(List<? extends Node> nodes) {
        double takes = nodes.stream().mapToDouble(this::heightOf).sum();
        if (pages.isEmpty() || takes > left) {
            var fresh = new VBox(BETWEEN);
            fresh.setBackground(Background.fill(Color.WHITE));
            pages.add(fresh);
            left = height - FOOT;
        }
        pages.getLast().getChildren().addAll(nodes);
        left -= takes;
    }

    private double heightOf(Node node) {
        gauge.getChildren().setAll(node);
        gauge.applyCss();
        double takes = node.prefHeight(width) + BETWEEN;
        gauge.getChildren().clear();
        return takes;
    }

    private static Region gap() {
        var gap = new Region();
        gap.setMinHeight(8);
        gap.setPrefHeight(8);
        return gap;
    }

    private Node line(Sheet sheet, List<String> cells, boolean strong) {
        var line = new GridPane(6, 0);
        line.setPrefWidth(width);
        for (int i = 0; i < cells.size(); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(i == 0 ? 28 : 72.0 / (sheet.columns().size() - 1));
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(Priority.ALWAYS);
            line.getColumnConstraints().add(column);
            Label cell = text(cells.get(i), 8, strong);
            cell.setWrapText(strong);
            line.add(cell, i, 0);
        }
        return line;
    }

    private Label text(String said, double size, boolean strong) {
        var label = new Label(said);
        label.setFont(Font.font(strong ? "Inter Semi Bold" : "Inter", size));
        label.setTextFill(Color.BLACK);
        label.setWrapText(true);
        label.setMaxWidth(width);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
