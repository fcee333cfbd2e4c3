package org.moderationdesk.quality.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Comparator;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.quality.Coverage;
import org.moderationdesk.quality.Coverages;
import org.moderationdesk.staff.Person;

/**
 * How far quality review has come with the decisions of this week, by UTC: in all, and for the strata of which most was
 * drawn. JavaFX thread only.
 */
public final class SampleCard {
    private static final int STRATA = 3;
    private static final double BAR = 72;

    private final Coverages coverages;
    private final Person lead;
    private final Kit kit;
    private final StratumWords strata;
    private final VBox card = new VBox();

    public SampleCard(Coverages coverages, Person lead, Kit kit, ItemWords words) {
        this.coverages = coverages;
        this.lead = lead;
        this.kit = kit;
        this.strata = new StratumWords(words);
        card.setId("metric-sample");
        card.getStyleClass().addAll("card", "metric-card");
    }

    public Node node() {
        return card;
    }

    /** Makes it anew; what stands stays until then, and if the store does not answer. */
    public void refresh() {
        Instant now = kit.clock().instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Instant monday = today.with(WeekFields.ISO.dayOfWeek(), 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        int week = today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        kit.background().run(() -> coverages.of(lead, monday, now.plusMillis(1)), found -> show(found, week), _ -> {});
    }

    private void show(Coverage found, int week) {
        Coverage.Line total = found.total();
        card.getChildren().setAll(head(week, total.overdue()));
        long due = due(total);
        if (due == 0) {
            Label none = label(kit.texts().get("quality.sample.none"), "muted", "size-12");
            none.setWrapText(true);
            card.getChildren().add(none);
            return;
        }
        Label reviewed = label(kit.numbers().whole(total.reviewed()), "strong", "size-28");
        reviewed.setId("metric-sample-reviewed");
        reviewed.setMinWidth(Region.USE_PREF_SIZE);
        Label of = label(kit.texts().get("quality.sample.of", kit.numbers().whole(due)), "muted", "size-12");
        var number = new HBox(reviewed, of);
        number.setAlignment(Pos.BASELINE_LEFT);
        number.getStyleClass().add("gap-8");
        card.getChildren().addAll(number, bar(total, Double.MAX_VALUE), lines(found));
    }

    private Node head(int week, long overdue) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label title = label(kit.texts().get("quality.sample.title", week), "muted", "size-12");
        Label late = label(
                overdue == 0
                        ? ""
                        : kit.texts()
                                .get("quality.sample.overdue", kit.numbers().whole(overdue)),
                "tone-attention",
                "size-12");
        late.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(title, gap, late);
    }

    private Node lines(Coverage found) {
        var grid = new GridPane();
        grid.setId("metric-sample-strata");
        grid.getStyleClass().add("metric-lines");
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(0);
        var numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, new ColumnConstraints(BAR), numbers);
        int at = 0;
        for (Coverage.Line line : found.lines().stream()
                .filter(one -> due(one) > 0)
                .sorted(Comparator.comparingLong(SampleCard::due).reversed())
                .limit(STRATA)
                .toList()) {
            Label stratum = label(strata.of(line.stratum()), "size-12");
            stratum.setMinWidth(0);
            Label part = label(spoken(line), "size-12");
            part.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(at++, stratum, bar(line, BAR), part);
        }
        return grid;
    }

    private ProgressBar bar(Coverage.Line line, double widest) {
        var bar = new ProgressBar(Math.clamp(line.progress(), 0, 1));
        bar.getStyleClass().add("small");
        bar.setMaxWidth(widest);
        bar.setAccessibleText(strata.of(line.stratum()) + ": " + spoken(line));
        return bar;
    }

    private String spoken(Coverage.Line line) {
        return kit.texts()
                .get(
                        "quality.sample.part",
                        kit.numbers().whole(line.reviewed()),
                        kit.numbers().whole(due(line)));
    }

    /** What was dropped needs no answer. */
    private static long due(Coverage.Line line) {
        return line.drawn() - line.dropped();
    }

    private static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
