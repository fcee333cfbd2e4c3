package org.moderationdesk.items.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.fx.SharedWidth;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.ReportGroup;

/** Who reported the item and why, how often such reports were right, and what classifiers say. */
final class ReportsTab {
    private final ItemModel model;
    private final Texts texts;
    private final Times times;
    private final Numbers numbers;
    private final TableView<ReportGroup> table = new TableView<>();
    private final Label note = new Label();
    private final SignalBars signals;
    private final HBox tab;

    ReportsTab(ItemModel model, Texts texts, Times times) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        this.numbers = new Numbers(texts);
        this.signals = new SignalBars(texts);
        table.setId("item-reports");
        table.setAccessibleText(texts.get("items.reports.name"));
        table.getStyleClass().add("plain-table");
        SharedWidth.among(table);
        table.getColumns()
                .setAll(List.of(
                        column("items.reports.why", this::why, 132, "first-column"),
                        column("items.reports.who", this::who, 88, ""),
                        column("items.reports.when", this::when, 128, "number"),
                        column("items.reports.oftenRight", this::oftenRight, 76, "number")));
        // As high as its rows, so that the note stands right below them.
        table.maxHeightProperty()
                .bind(Bindings.max(3, Bindings.size(table.getItems()).add(1))
                        .multiply(table.fixedCellSizeProperty())
                        .add(2));
        table.setPlaceholder(new Label(texts.get("items.reports.none")));
        table.getSelectionModel().selectedItemProperty().subscribe(this::showNote);
        note.setId("item-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.setGraphic(Icons.small(Icon.COMMENT));
        note.getStyleClass().addAll("muted", "longest-note");
        var left = new VBox(table, note);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        tab = new HBox(left, signals.node());
    }

    Node node() {
        return tab;
    }

    void show(OpenItem open) {
        table.getItems().setAll(open.file().reportGroups());
        signals.show(open.file().item().signals());
        showNote(null);
    }

    private TableColumn<ReportGroup, String> column(
            String key, Function<ReportGroup, String> value, double width, String style) {
        var column = new TableColumn<ReportGroup, String>(texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setSortable(false);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        return column;
    }

    private String why(ReportGroup group) {
        return group.reason() == null ? texts.get("items.reports.noReason") : SafeLine.of(group.reason(), 200);
    }

    private String who(ReportGroup group) {
        if (group.source() == Report.Source.USER) {
            return texts.get("items.reports.viewers." + Count.form(group.count()), group.count());
        }
        String source = texts.get("items.source." + group.source());
        if (group.who() == null) {
            return source;
        }
        String who = SafeLine.of(group.who(), 60);
        // A model's own name says that it is a model.
        return group.source() == Report.Source.CLASSIFIER ? who : source + " · " + who;
    }

    private String when(ReportGroup group) {
        var now = model.nowProperty().get();
        String first = brief(group.first(), now);
        String last = brief(group.last(), now);
        if (first.equals(last)) {
            return first;
        }
        boolean oneDay = times.date(group.first()).equals(times.date(group.last()));
        return first + "\u2013" + (oneDay ? times.clock(group.last()) : last);
    }

    /** Of today the time alone. */
    private String brief(Instant at, Instant now) {
        String whole = times.moment(at, now);
        return whole.equals(texts.get("fx.time.today", times.clock(at))) ? times.clock(at) : whole;
    }

    private String oftenRight(ReportGroup group) {
        return group.oftenRight() == null ? "\u2014" : numbers.percent(group.oftenRight());
    }

    /** The longest note of the chosen group, or of all. */
    private void showNote(@Nullable ReportGroup group) {
        OpenItem open = model.shownProperty().get();
        String longest = open == null
                ? ""
                : open.file().reports().stream()
                        .map(CaseReport::report)
                        .filter(report -> group == null || isIn(report, group))
                        .map(report -> report.note() == null ? "" : report.note())
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        note.setVisible(!longest.isEmpty());
        note.setManaged(!longest.isEmpty());
        note.setText(texts.get("items.reports.longest", SafeLine.of(longest)));
    }

    private static boolean isIn(Report report, ReportGroup group) {
        return report.source() == group.source() && Objects.equals(report.reason(), group.reason());
    }
}
