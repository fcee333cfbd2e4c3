package org.moderationdesk.insights.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.DayFigures;
import org.moderationdesk.insights.Goals;
import org.moderationdesk.insights.InsightWords;
import org.moderationdesk.insights.Insights;
import org.moderationdesk.insights.QualityFigures;
import org.moderationdesk.insights.Sheets;

/** Key figures above charts, three beside each other, two in a narrow window. JavaFX thread only. */
public final class ChartBoard {
    private static final double NARROW = 1160;
    private static final int SPARK_DAYS = 14;
    private static final int WIDE = 2;

    private final Texts texts;
    private final CellWords words;
    private final Charts charts;
    private final InsightWords names;
    private final VBox node = new VBox();
    private final GridPane tiles = new GridPane();
    private final GridPane grid = new GridPane();
    private final Map<String, ChartCard> cards = new LinkedHashMap<>();
    private final UnclearBoard unclear;
    private final MeasuresBoard measures;
    private int columns;

    /** @param withNames whether this person may know who has used how much of a budget, and who agrees with whom */
    public ChartBoard(InsightWords names, Sheets sheets, Kit kit, boolean withNames, UnclearModel disputed) {
        this.texts = names.texts();
        this.names = names;
        this.words = new CellWords(texts);
        this.charts = new Charts(names, words, sheets, kit.times());
        List<String> ids = new ArrayList<>(List.of("age", "on-time", "handle", "outcomes", "agreement"));
        if (withNames) {
            ids.add("exposure");
        }
        ids.addAll(List.of("overturned", "exceptions", "referrals", "measures", "unclear"));
        ids.forEach(id -> cards.put(id, new ChartCard(id, texts)));
        unclear = new UnclearBoard(disputed, kit, sheets.measures());
        measures = new MeasuresBoard(card("measures"), sheets.measures(), texts, withNames);
        tiles.getStyleClass().add("insights-grid");
        tiles.setId("insights-figures");
        grid.getStyleClass().add("insights-grid");
        node.getChildren().setAll(tiles, grid);
        node.getStyleClass().add("insights-board");
        node.setMinWidth(0);
        node.widthProperty().subscribe(this::fit);
        lay(3);
    }

    Node node() {
        return node;
    }

    UnclearBoard unclear() {
        return unclear;
    }

    void keysTo(Keys keys) {
        measures.keysTo(keys);
        unclear.keysTo(keys);
    }

    List<Node> panels() {
        List<Node> panels = new ArrayList<>(List.of(tiles));
        panels.addAll(cards.values());
        return panels;
    }

    /** The card in which the focus is becomes a table, or a chart again; the first one where it is in none. */
    void turnFocused() {
        Node focus = node.getScene() == null ? null : node.getScene().getFocusOwner();
        for (Node at = focus; at != null; at = at.getParent()) {
            if (at instanceof ChartCard card) {
                card.toggle();
                return;
            }
        }
        cards.values().iterator().next().toggle();
    }

    void show(Insights insights) {
        figures(insights);
        charts.age(card("age"), insights);
        charts.onTime(card("on-time"), insights);
        charts.handle(card("handle"), insights);
        charts.outcomes(card("outcomes"), insights);
        charts.agreement(card("agreement"), insights);
        ChartCard exposure = cards.get("exposure");
        if (exposure != null) {
            charts.exposure(exposure, insights);
        }
        charts.overturned(card("overturned"), insights);
        charts.exceptions(card("exceptions"), insights);
        charts.referrals(card("referrals"), insights);
        measures.show(insights);
        charts.unclear(card("unclear"), unclear, insights);
    }

    private ChartCard card(String id) {
        ChartCard card = cards.get(id);
        if (card == null) {
            throw new IllegalArgumentException("no chart " + id);
        }
        return card;
    }

    private void figures(Insights insights) {
        List<DayFigures> days = insights.work().days();
        DayFigures today = days.getLast();
        DayFigures yesterday = days.get(days.size() - 2);
        QualityFigures.Week week = insights.quality().overturned().getLast();
        List<Node> shown = List.of(
                new FigureTile(
                        "open",
                        texts.get("insights.tile.open"),
                        words.whole(insights.ages().open()),
                        texts.get(
                                insights.ages().atLeastLate()
                                        ? "insights.tile.open.least"
                                        : "insights.tile.open.beside",
                                words.whole(insights.ages().late())),
                        "",
                        List.of()),
                new FigureTile(
                        "held",
                        texts.get("insights.tile.held"),
                        words.whole(insights.ages().held()),
                        texts.get("insights.tile.held.beside"),
                        "",
                        List.of()),
                tile(
                        "decided",
                        words.whole(today.decided()),
                        texts.get("insights.tile.decided.beside", words.whole(yesterday.decided())),
                        days,
                        DayFigures::decided),
                tile(
                        "on-time",
                        share(today.all().share()),
                        texts.get("insights.tile.on-time.beside", Math.round(Goals.ON_TIME * 100)),
                        days,
                        day -> day.all().share()),
                new FigureTile(
                        "handle",
                        texts.get("insights.tile.handle"),
                        insights.work().decided() == 0
                                ? texts.get("insights.tile.none")
                                : words.span(insights.work().medianMs()),
                        texts.get(
                                "insights.tile.handle.beside",
                                words.whole(insights.work().decided()),
                                same(insights)),
                        "",
                        List.of()),
                new FigureTile(
                        "overturned",
                        texts.get("insights.tile.overturned"),
                        share(week.share()),
                        texts.get(
                                "insights.tile.overturned.beside",
                                names.week(week.monday()),
                                words.whole(week.checked())),
                        "",
                        insights.quality().overturned().stream()
                                .map(QualityFigures.Week::share)
                                .toList()));
        tiles.getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            tiles.add(shown.get(i), i % tilesBeside(), i / tilesBeside());
        }
    }

    private FigureTile tile(
            String id, String value, String beside, List<DayFigures> days, ToDoubleFunction<DayFigures> figure) {
        List<Double> trend = days.subList(Math.max(0, days.size() - SPARK_DAYS), days.size()).stream()
                .map(day -> figure.applyAsDouble(day))
                .toList();
        String name = texts.get("insights.tile." + id);
        String spoken = texts.get(
                "insights.tile.trend",
                name,
                trend.stream().map(one -> spoken(id, one)).collect(Collectors.joining(", ")));
        return new FigureTile(id, name, value, beside, spoken, trend);
    }

    private String spoken(String id, double value) {
        if (Double.isNaN(value)) {
            return texts.get("insights.tile.none");
        }
        return switch (id) {
            case "on-time" -> words.share(value);
            default -> words.whole((long) value);
        };
    }

    private String same(Insights insights) {
        return insights.accuracy().isEnough()
                ? words.wholeShare(insights.accuracy().share())
                : texts.get("insights.few");
    }

    private String share(double share) {
        return Double.isNaN(share) ? texts.get("insights.tile.none") : words.share(share);
    }

    private void fit() {
        if (node.getWidth() > 0) {
            lay(node.getWidth() < NARROW ? 2 : 3);
        }
    }

    private void lay(int beside) {
        if (beside == columns) {
            return;
        }
        columns = beside;
        List<Node> shown = List.copyOf(tiles.getChildren());
        place(tiles, shown, tilesBeside());
        place(grid, List.copyOf(cards.values()), beside);
        span(beside);
    }

    /** The last two are wide: each takes a row of its own, and the one before them what is left of its row. */
    private void span(int beside) {
        List<ChartCard> all = List.copyOf(cards.values());
        int small = all.size() - WIDE;
        int row = (small + beside - 1) / beside;
        GridPane.setColumnSpan(all.get(small - 1), beside - (small - 1) % beside);
        for (int i = small; i < all.size(); i++) {
            GridPane.setConstraints(all.get(i), 0, row++, beside, 1);
        }
    }

    private int tilesBeside() {
        return columns == 3 ? 6 : 3;
    }

    private static void place(GridPane pane, List<? extends Node> nodes, int beside) {
        pane.getChildren().clear();
        pane.getColumnConstraints().clear();
        for (int column = 0; column < beside; column++) {
            var even = new ColumnConstraints();
            even.setPercentWidth(100.0 / beside);
            even.setHgrow(Priority.ALWAYS);
            pane.getColumnConstraints().add(even);
        }
        for (int i = 0; i < nodes.size(); i++) {
            pane.add(nodes.get(i), i % beside, i / beside);
        }
    }
}
