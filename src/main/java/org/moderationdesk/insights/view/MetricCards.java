package org.moderationdesk.insights.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.agreement.Agreement;
import org.moderationdesk.agreement.Figure;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.fx.Background;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.Goals;
import org.moderationdesk.insights.InsightWords;
import org.moderationdesk.insights.InsightsReader;
import org.moderationdesk.insights.QualityFigures;

/** Two cards about whether decisions were right, to stand above a list of them. JavaFX thread only. */
public final class MetricCards {
    private final InsightsReader reader;
    private final Background background;
    private final InsightWords names;
    private final Texts texts;
    private final CellWords words;
    private final VBox agreement = card("metric-agreement");
    private final VBox overturned = card("metric-overturned");

    public MetricCards(InsightsReader reader, Background background, InsightWords names) {
        this.reader = reader;
        this.background = background;
        this.names = names;
        this.texts = names.texts();
        this.words = new CellWords(texts);
    }

    /** Kappa of the blind pairs of 30 days, with its interval against the target. */
    public Node agreement() {
        return agreement;
    }

    /** The share of decisions checked that were overturned, over twelve weeks. */
    public Node overturned() {
        return overturned;
    }

    /** Makes both anew; what stands stays until then, and if the store does not answer. */
    public void refresh() {
        background.run(reader::quality, this::show, _ -> {});
    }

    private void show(QualityFigures figures) {
        agreement(figures.blind());
        overturned(figures.overturned());
    }

    private void agreement(Agreement<Outcome> blind) {
        var head = head("insights.agreement-card.title", "insights.agreement-card.days");
        switch (blind.kappa()) {
            case Figure.Known kappa ->
                agreement.getChildren().setAll(head, number(kappa), interval(kappa), axis(), pairs(blind));
            case Figure.Few few ->
                agreement.getChildren().setAll(head, none("insights.agreement-card.few", few.number()));
            case Figure.OneCategory one ->
                agreement.getChildren().setAll(head, none("insights.agreement-card.one", one.number()));
        }
    }

    private Node number(Figure.Known kappa) {
        var value = Parts.label(words.measure(kappa.value()), "strong", "size-28");
        value.setId("metric-kappa");
        value.setMinWidth(Region.USE_PREF_SIZE);
        var range = Parts.label(
                texts.get("insights.agreement-card.interval", words.measure(kappa.low()), words.measure(kappa.high())),
                "muted",
                "size-12");
        var line = new HBox(value, range);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("gap-8");
        return line;
    }

    private Node interval(Figure.Known kappa) {
        var drawn = new IntervalLine(kappa.low(), kappa.value(), kappa.high(), Goals.KAPPA);
        drawn.setAccessibleText(
                texts.get("insights.agreement-card.interval", words.measure(kappa.low()), words.measure(kappa.high())));
        return drawn;
    }

    private Node axis() {
        var from = Parts.label(words.measure(IntervalLine.FROM), "size-11", "muted");
        var target = Parts.label(
                texts.get("insights.agreement-card.target", words.measure(Goals.KAPPA)), "size-11", "muted");
        var to = Parts.label(words.measure(IntervalLine.TO), "size-11", "muted");
        return new HBox(from, gap(), target, gap(), to);
    }

    private Node pairs(Agreement<Outcome> blind) {
        double same = 1 - (double) blind.differing() / blind.number();
        return Parts.label(
                texts.get("insights.agreement-card.pairs", words.whole(blind.number()), words.wholeShare(same)),
                "muted",
                "size-12");
    }

    private Label none(String key, int number) {
        Label none = Parts.label(texts.get(key, words.whole(number)), "muted", "size-12");
        none.setWrapText(true);
        return none;
    }

    private void overturned(List<QualityFigures.Week> weeks) {
        var head = head("insights.overturned-card.title", "insights.overturned-card.weeks");
        List<Double> shares = weeks.stream().map(QualityFigures.Week::share).toList();
        @Nullable
        Double last = shares.reversed().stream()
                .filter(share -> !Double.isNaN(share))
                .findFirst()
                .orElse(null);
        if (last == null) {
            overturned
                    .getChildren()
                    .setAll(head, Parts.label(texts.get("insights.overturned-card.none"), "muted", "size-12"));
            return;
        }
        double most = shares.stream()
                .filter(share -> !Double.isNaN(share))
                .mapToDouble(share -> share)
                .max()
                .orElse(0);
        var chart = DayLines.of(
                        weeks.stream().map(week -> names.week(week.monday())).toList(),
                        List.of(new DayLines.Told(
                                texts.get("insights.overturned.line"), "line-accent", shares, words.share(last))),
                        0,
                        Math.max(5, Math.ceil(most * 20) * 5),
                        "",
                        words)
                .between(week(weeks.getFirst()), week(weeks.getLast()));
        chart.setId("metric-overturned-chart");
        chart.setFocusTraversable(true);
        chart.setAccessibleText(texts.get("insights.overturned-card.title") + " "
                + String.join(", ", weeks.stream().map(this::spoken).toList()));
        VBox.setVgrow(chart, Priority.ALWAYS);
        overturned.getChildren().setAll(head, chart);
    }

    private String spoken(QualityFigures.Week week) {
        return week(week) + " " + (week.checked() == 0 ? texts.get("insights.tile.none") : words.share(week.share()));
    }

    private String week(QualityFigures.Week week) {
        return texts.get("insights.overturned-card.week", names.week(week.monday()));
    }

    private Node head(String titleKey, String besideKey) {
        var title = Parts.label(texts.get(titleKey), "muted", "size-12");
        var beside = Parts.label(texts.get(besideKey), "muted", "size-12");
        beside.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(title, gap(), beside);
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static VBox card(String id) {
        var card = new VBox();
        card.setId(id);
        card.getStyleClass().addAll("card", "metric-card");
        return card;
    }
}
