package org.moderationdesk.quality.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.WorkPanel;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.Coverage;
import org.moderationdesk.quality.PlanVersion;
import org.moderationdesk.quality.Sampled;
import org.moderationdesk.quality.Stratum;

/** The plan's form, what it would draw or has drawn, and how far quality review has come. */
final class PlanPane extends HBox {
    private static final ListBeside.Widths FORM = new ListBeside.Widths(424, 352, 352, 560);
    private static final List<Integer> PERIODS = List.of(7, 28, 90);

    private final PlanModel model;
    private final Kit kit;
    private final Texts texts;
    private final StratumWords strata;
    private final PlanForm form;
    private final VBox result = new VBox();
    private final VBox coverage = new VBox();
    private final VBox known = new VBox();
    private final VBox versions = new VBox();
    private final SegmentedButton periods = new SegmentedButton();
    private final ListBeside columns;
    private final Keys keys;
    private WorkPanel working;

    PlanPane(PlanModel model, ItemWords words, Kit kit, Sizes sizes) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        strata = new StratumWords(words);
        form = new PlanForm(model, words, this::told);
        working = panel(PlanModel.Work.DRY_RUN);
        keys = new Keys(texts.get("quality.plan"));
        form.keysTo(keys);
        keys.listenOn(this);
        result.setId("quality-result");
        result.getStyleClass().add("gap-8");
        result.managedProperty().bind(Bindings.isNotEmpty(result.getChildren()));
        coverage.setId("quality-coverage");
        coverage.getStyleClass().add("gap-8");
        versions.getStyleClass().add("gap-4");
        known.setId("quality-known");
        known.getStyleClass().add("gap-8");
        known.managedProperty().bind(Bindings.isNotEmpty(known.getChildren()));
        var page = new VBox(result, coverageHead(), coverage, known, heading("quality.plan.versions"), versions);
        page.getStyleClass().addAll("gap-12", "quality-page");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-less");
        scroll.setMinWidth(0);
        columns = new ListBeside(form, scroll, sizes, "quality.plan", FORM);
        HBox.setHgrow(columns, Priority.ALWAYS);
        getChildren().add(columns);
        model.resultProperty().subscribe(this::show);
        model.coverageProperty().subscribe(_ -> showCoverage());
        model.stateProperty().subscribe(_ -> showCoverage());
        model.knownProperty().subscribe(this::showKnown);
        model.historyProperty().subscribe(this::show);
    }

    List<Keys> keys() {
        return List.of(keys);
    }

    List<Node> panels() {
        return List.of(form, coverage);
    }

    void shown() {
        model.refresh();
        columns.ready();
        form.focus();
    }

    private Node coverageHead() {
        for (int days : PERIODS) {
            var period = new ToggleButton(texts.get("quality.coverage.days", days));
            period.setId("quality-days-" + days);
            period.setSelected(model.daysProperty().get() == days);
            period.setOnAction(_ -> {
                period.setSelected(true);
                model.daysProperty().set(days);
            });
            periods.getButtons().add(period);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(heading("quality.coverage"), gap, periods);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private WorkPanel panel(PlanModel.Work what) {
        return new WorkPanel(texts.get("quality.working." + what), texts.get("quality.stop"), model::stop);
    }

    private void show(PlanModel.Result now) {
        if (now instanceof PlanModel.Result.Working(PlanModel.Work what, long looked)) {
            if (!result.getChildren().contains(working)) {
                working = panel(what);
                result.getChildren().setAll(working);
            }
            working.show(-1, texts.get("quality.looked", looked));
            return;
        }
        result.getChildren().clear();
        switch (now) {
            case PlanModel.Result.Working _, PlanModel.Result.None _ -> {}
            case PlanModel.Result.Stopped(PlanModel.Work what) -> say(texts.get("quality.stopped." + what));
            case PlanModel.Result.Drawn(var pass) ->
                say(texts.get(
                        "quality.drawn",
                        pass.looked(),
                        pass.drawn(),
                        kit.times().moment(pass.through(), kit.clock().instant())));
            case PlanModel.Result.WouldDraw(Sampled sampled) -> wouldDraw(sampled);
        }
    }

    private void say(String said) {
        var label = DoorPanel.words(said, "size-12");
        label.setId("quality-sum");
        label.getStyleClass().add("consequence");
        label.setMaxWidth(Double.MAX_VALUE);
        result.getChildren().add(label);
    }

    private void wouldDraw(Sampled sampled) {
        double weeks = PlanModel.TRIED_DAYS / 7.0;
        double each = sampled.seconds() == 0 ? 0 : sampled.drawn() / weeks / sampled.seconds();
        result.getChildren().add(heading("quality.dry-run"));
        say(texts.get(
                "quality.dry-run.sum",
                sampled.drawn(),
                sampled.decisions(),
                PlanModel.TRIED_DAYS,
                kit.numbers().decimal(each, 1),
                sampled.seconds()));
        List<CoverageTable.Row> rows = sampled.strata().stream()
                .map(one -> drawn(strata.of(one.stratum()), one.drawn(), one.decisions()))
                .toList();
        result.getChildren().add(table("quality-dry-strata", "quality.stratum", rows));
        List<CoverageTable.Row> people = sampled.reviewers().stream()
                .map(one -> drawn(SafeLine.of(one.person()), one.drawn(), one.decisions()))
                .toList();
        if (!people.isEmpty()) {
            result.getChildren().add(table("quality-dry-people", "quality.dry-run.person", people));
        }
    }

    private Node table(String id, String first, List<CoverageTable.Row> rows) {
        var table = new CoverageTable(
                List.of(texts.get(first), texts.get("quality.column.would"), texts.get("quality.column.decisions")),
                rows);
        table.setId(id);
        return table;
    }

    private CoverageTable.Row drawn(String name, long drawn, long decisions) {
        double part = decisions == 0 ? 0 : (double) drawn / decisions;
        return new CoverageTable.Row(
                name,
                part,
                texts.get("quality.dry-run.spoken", name, drawn, decisions),
                List.of(kit.numbers().whole(drawn), kit.numbers().whole(decisions)),
                false);
    }

    private void showCoverage() {
        Coverage now = model.coverageProperty().get();
        coverage.getChildren().clear();
        switch (model.stateProperty().get()) {
            case LOADING -> coverage.getChildren().add(new Loading(4, texts.get("quality.loading")));
            case LOST -> coverage.getChildren().add(Lost.of(texts, model::refresh));
            case THERE -> coverage.getChildren().addAll(of(now));
        }
    }

    private List<Node> of(Coverage now) {
        String through = now.through() == null
                ? texts.get("quality.coverage.never")
                : texts.get(
                        "quality.coverage.through",
                        kit.times().moment(now.through(), kit.clock().instant()));
        var until = DoorPanel.words(through, "muted", "size-12");
        until.setId("quality-through");
        if (now.lines().isEmpty()) {
            return List.of(until, DoorPanel.words(texts.get("quality.coverage.empty"), "size-12"));
        }
        var figure = new Label(kit.numbers().whole(now.total().reviewed()));
        figure.getStyleClass().addAll("strong", "size-28");
        figure.setId("quality-figure");
        long wanted = now.total().drawn() - now.total().dropped();
        var of = new Label(texts.get("quality.coverage.of", wanted));
        of.getStyleClass().add("muted");
        var figures = new HBox(figure, of);
        figures.setAlignment(Pos.BASELINE_LEFT);
        figures.getStyleClass().add("gap-8");
        List<CoverageTable.Row> rows = new ArrayList<>();
        now.lines().forEach(line -> rows.add(row(line, false)));
        rows.add(row(now.total(), true));
        var table = new CoverageTable(
                List.of(
                        texts.get("quality.stratum"),
                        texts.get("quality.column.reviewed"),
                        texts.get("quality.column.late"),
                        texts.get("quality.column.agreed"),
                        texts.get("quality.column.differ"),
                        texts.get("quality.column.open"),
                        texts.get("quality.column.decisions")),
                rows);
        table.setId("quality-coverage-table");
        return List.of(figures, until, table);
    }

    private CoverageTable.Row row(Coverage.Line line, boolean strong) {
        String name = strata.of(line.stratum());
        long wanted = line.drawn() - line.dropped();
        var numbers = kit.numbers();
        return new CoverageTable.Row(
                name,
                line.progress(),
                texts.get("quality.coverage.spoken", name, line.reviewed(), wanted),
                List.of(
                        texts.get("quality.coverage.part", line.reviewed(), wanted),
                        numbers.whole(line.overdue()),
                        numbers.whole(line.agreed()),
                        numbers.whole(line.disputed()),
                        numbers.whole(line.open()),
                        belong(line)),
                strong);
    }

    /** How many decisions there were to draw from; of what somebody asked for, nobody can say. */
    private String belong(Coverage.Line line) {
        boolean asked = line.stratum() != null && line.stratum().kind() == Stratum.Kind.ASKED;
        return asked ? "\u2013" : kit.numbers().whole(line.decisions());
    }

    /** Never as a reason for anything where it is one answer. */
    private void showKnown(List<QualityDoors.Answers> answers) {
        known.getChildren().clear();
        if (answers.isEmpty()) {
            return;
        }
        List<CoverageTable.Row> rows = answers.stream().map(this::known).toList();
        var table = new CoverageTable(
                List.of(
                        texts.get("quality.dry-run.person"),
                        texts.get("quality.known.right"),
                        texts.get("quality.known.comes-to")),
                rows);
        table.setId("quality-known-table");
        known.getChildren()
                .addAll(
                        heading("quality.known"),
                        DoorPanel.words(texts.get("quality.known.about"), "muted", "size-12"),
                        table);
    }

    private CoverageTable.Row known(QualityDoors.Answers one) {
        String name = SafeLine.of(one.person());
        return new CoverageTable.Row(
                name,
                (double) one.right() / Math.max(1, one.answered()),
                texts.get("quality.known.spoken", name, one.right(), one.answered()),
                List.of(
                        texts.get("quality.coverage.part", one.right(), one.answered()),
                        texts.get(one.several() ? "quality.known.talk" : "quality.known.nothing")),
                false);
    }

    private void show(List<PlanVersion> history) {
        versions.getChildren().clear();
        if (history.isEmpty()) {
            versions.getChildren().add(DoorPanel.words(texts.get("quality.plan.versions.none"), "muted", "size-12"));
        }
        history.forEach(one -> versions.getChildren().add(DoorPanel.words(told(one), "size-12")));
    }

    private String told(PlanVersion one) {
        return texts.get(
                "quality.plan.version",
                one.plan().version(),
                SafeLine.of(one.by()),
                kit.times().moment(one.at(), kit.clock().instant()));
    }

    private Label heading(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().addAll("strong", "size-14");
        return label;
    }
}
