package org.moderationdesk.insights.view;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.moderationdesk.agreement.Figure;
import org.moderationdesk.agreement.HeatMap;
import org.moderationdesk.base.Texts;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.InsightWords;

/** Kappa by chapter and week: the number in each cell, its tint beside it, and low ones in bold. */
final class HeatGrid extends GridPane {
    /** Below it a number is set in bold. */
    private static final double LOW = 0.6;

    private static final double DARKEST = 0.9;

    private final Texts texts;
    private final CellWords words;
    private final Label said = Parts.label("", "size-11", "muted");

    HeatGrid(HeatMap map, InsightWords names, CellWords words) {
        this.texts = names.texts();
        this.words = words;
        getStyleClass().add("heat-grid");
        var chapters = new ColumnConstraints();
        chapters.setHgrow(Priority.ALWAYS);
        chapters.setMinWidth(0);
        getColumnConstraints().add(chapters);
        add(Parts.label(texts.get("insights.agreement.week"), "muted", "size-11"), 0, 0);
        for (int week = 0; week < map.weeks().size(); week++) {
            var column = new ColumnConstraints();
            column.setHalignment(HPos.CENTER);
            getColumnConstraints().add(column);
            add(Parts.label(names.week(map.weeks().get(week)), "muted", "size-11"), week + 1, 0);
        }
        int row = 1;
        for (HeatMap.Row chapter : map.rows()) {
            add(BarRows.name(names.shortChapter(chapter.chapter())), 0, row);
            for (int week = 0; week < chapter.kappas().size(); week++) {
                String spoken = spoken(
                        chapter.kappas().get(week),
                        names.chapter(chapter.chapter()),
                        names.week(map.weeks().get(week)));
                add(cell(chapter.kappas().get(week), spoken), week + 1, row);
            }
            row++;
        }
        said.setText(texts.get("insights.agreement.point"));
        said.setId("heat-said");
        said.setMinWidth(0);
        add(said, 0, row, map.weeks().size() + 1, 1);
        setMinWidth(0);
    }

    /** A cell has room for its number alone: with the focus or the pointer on it, its interval stands beneath. */
    private void tell(Label cell, String spoken) {
        cell.setTooltip(new Tooltip(spoken));
        cell.focusedProperty().subscribe(here -> said(here, spoken));
        cell.hoverProperty().subscribe(here -> said(here, spoken));
    }

    private void said(boolean here, String spoken) {
        if (here) {
            said.setText(spoken);
        }
    }

    private Label cell(Figure figure, String spoken) {
        Label cell =
                switch (figure) {
                    case Figure.Known known -> known(known.value());
                    case Figure.Few _ ->
                        Parts.label(texts.get("insights.agreement.few"), "size-11", "muted", "heat-none");
                    case Figure.OneCategory _ ->
                        Parts.label(texts.get("insights.one-category"), "size-11", "muted", "heat-none");
                };
        cell.getStyleClass().add("heat-cell");
        cell.setFocusTraversable(true);
        cell.setAccessibleText(spoken);
        tell(cell, spoken);
        return cell;
    }

    private Label known(double kappa) {
        int tint = Math.clamp(Math.round((kappa - 0.5) / (DARKEST - 0.5) * 4), 0, 4);
        var cell = Parts.label(shortened(kappa), "size-11", "heat-" + tint);
        if (kappa < LOW) {
            cell.getStyleClass().add("strong");
        }
        return cell;
    }

    /** ".81", as the picture has it: the whole part is nought but for 1 and below 0. */
    private String shortened(double kappa) {
        String whole = words.measure(kappa);
        return whole.startsWith("0") ? whole.substring(1) : whole;
    }

    private String spoken(Figure figure, String chapter, String week) {
        return switch (figure) {
            case Figure.Known known ->
                texts.get(
                        "insights.agreement.cell",
                        chapter,
                        week,
                        words.measure(known.value()),
                        words.measure(known.low()),
                        words.measure(known.high()),
                        words.whole(known.number()));
            case Figure.Few few ->
                texts.get(
                        "insights.agreement.cell.none",
                        chapter,
                        week,
                        texts.get("insights.few"),
                        words.whole(few.number()));
            case Figure.OneCategory one ->
                texts.get(
                        "insights.agreement.cell.none",
                        chapter,
                        week,
                        texts.get("insights.one-category"),
                        words.whole(one.number()));
        };
    }
}
