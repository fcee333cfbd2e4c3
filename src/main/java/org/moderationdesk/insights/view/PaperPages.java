package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
    /** Rows of a page, heads of sheets counted as some. */
    private static final int ROWS = 46;

    private static final int HEAD = 4;

    private final Texts texts;
    private final CellWords words;
    private final double width;
    private final List<VBox> pages = new ArrayList<>();
    private int rows = ROWS;

    /** @param width of a page that is printed on, in points */
    PaperPages(Texts texts, double width) {
        this.texts = texts;
        this.words = new CellWords(texts);
        this.width = width;
    }

    List<? extends Node> of(Report report) {
        put(text(report.title(), 18, true), 2);
        put(text(report.scope(), 10, false), 1);
        put(text(report.made(), 10, false), 1);
        for (Report.Figure figure : report.figures()) {
            put(text(figure.name() + "  " + figure.value() + "  " + figure.beside(), 10, false), 1);
        }
        report.sheets().forEach(this::put);
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).getChildren().add(text(texts.get("insights.report.page", i + 1, pages.size()), 8, false));
        }
        return pages;
    }

    private void put(Sheet sheet) {
        if (rows + HEAD + Math.min(sheet.rows().size(), 6) > ROWS) {
            rows = ROWS;
        }
        put(text(sheet.title(), 12, true), 2);
        put(text(sheet.note(), 8, false), 2);
        put(line(sheet, sheet.columns().stream().map(Column::name).toList(), true), 1);
        if (sheet.rows().isEmpty()) {
            put(text(texts.get("insights.none"), 9, false), 1);
        }
        for (List<Object> row : sheet.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(words.of(sheet.columns().get(i).form(), row.get(i)));
            }
            put(line(sheet, cells, false), 1);
        }
    }

    private void put(Node node, int takes) {
        if (rows + takes > ROWS) {
            var fresh = new VBox(2);
            fresh.setPrefWidth(width);
            pages.add(fresh);
            rows = 0;
        }
        pages.getLast().getChildren().add(node);
        rows += takes;
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
            cell.setWrapText(false);
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
