package org.moderationdesk.quality.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.PlanVersion;
import org.moderationdesk.quality.SamplingPlan;
import org.moderationdesk.quality.SamplingPlan.NewReviewers;
import org.moderationdesk.quality.SamplingPlan.Risk;
import org.moderationdesk.quality.SamplingPlan.SectionShare;
import org.moderationdesk.quality.SamplingRefused;

/** By what decisions are drawn for a second review; it takes effect only once it is put in force. */
final class PlanForm extends VBox {
    private static final double AMOUNT = 64;
    private static final int FIRST_SHARE = 10;

    private final PlanModel model;
    private final ItemWords words;
    private final Texts texts;
    private final TextField random = amount("quality-random", "quality.plan.random");
    private final CheckBox chapterEight = new CheckBox();
    private final TextField newShare = amount("quality-new-share", "quality.plan.new");
    private final TextField newDecisions = amount("quality-new-decisions", "quality.plan.new.decisions");
    private final TextField newDays = amount("quality-new-days", "quality.plan.new.days");
    private final TextField reach = amount("quality-reach", "quality.plan.reach");
    private final TextField views = amount("quality-views", "quality.plan.views");
    private final TextField confidence = amount("quality-confidence", "quality.plan.confidence");
    private final TextField due = amount("quality-due", "quality.plan.due");
    private final VBox sections = new VBox();
    private final List<SectionRow> rows = new ArrayList<>();
    private final Label version = new Label();
    private final Label problem = new Label();
    private final Button tryOut;
    private final Button save;
    private final Button draw;
    private final Function<PlanVersion, String> told;
    private boolean filling;

    PlanForm(PlanModel model, ItemWords words, Function<PlanVersion, String> told) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.told = told;
        tryOut = KeyButton.of("quality-try", texts.get("quality.plan.try"), "Shortcut+D", this::tryOut);
        save = KeyButton.of("quality-save", texts.get("quality.plan.save"), "Shortcut+S", this::save);
        draw = KeyButton.of("quality-draw", texts.get("quality.plan.draw"), "Shortcut+G", model::draw);
        save.getStyleClass().add("accent");
        setId("quality-plan");
        getStyleClass().addAll("edge-right", "surface", "quality-plan");
        for (TextField field : fields()) {
            field.setAccessibleText(texts.get((String) field.getUserData()));
            field.textProperty().addListener(_ -> changed());
        }
        chapterEight.setText(texts.get("quality.plan.chapter-8"));
        chapterEight.setId("quality-chapter-8");
        chapterEight.selectedProperty().addListener(_ -> changed());
        version.setId("quality-plan-version");
        version.getStyleClass().addAll("muted", "size-12");
        version.setWrapText(true);
        problem.setId("quality-plan-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        model.problemProperty().subscribe(problem::setText);
        sections.getStyleClass().add("gap-8");
        var scroll = new ScrollPane(form());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-less");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot());
        model.inForceProperty().subscribe(this::fill);
        model.historyProperty().subscribe(_ -> showVersion());
        model.resultProperty().subscribe(_ -> showButtons());
    }

    void keysTo(Keys keys) {
        keys.on("Shortcut+D", texts.get("quality.plan.try"), this::tryOut, () -> !tryOut.isDisabled())
                .on("Shortcut+S", texts.get("quality.plan.save"), this::save, () -> !save.isDisabled())
                .on("Shortcut+G", texts.get("quality.plan.draw"), model::draw, () -> !draw.isDisabled())
                .on("Shortcut+N", texts.get("quality.plan.section.add"), this::addSection);
    }

    void focus() {
        if (getScene() != null) {
            // What a scroll pane holds is not there before it has its look.
            applyCss();
            random.requestFocus();
        }
    }

    private List<TextField> fields() {
        return List.of(random, newShare, newDecisions, newDays, reach, views, confidence, due);
    }

    private static TextField amount(String id, String key) {
        var field = new TextField();
        field.setId(id);
        field.setUserData(key);
        field.setPrefWidth(AMOUNT);
        field.setAlignment(Pos.CENTER_RIGHT);
        return field;
    }

    private Node form() {
        var add = KeyButton.of(
                "quality-add-section", texts.get("quality.plan.section.add"), "Shortcut+N", this::addSection);
        add.setGraphicTextGap(8);
        var form = new VBox(
                version,
                heading("quality.plan.heading.all"),
                line(random, "quality.plan.random.after"),
                chapterEight,
                heading("quality.plan.heading.new"),
                line(newShare, "quality.plan.new.after"),
                line(newDecisions, "quality.plan.new.decisions.after"),
                line(newDays, "quality.plan.new.days.after"),
                heading("quality.plan.heading.risk"),
                line(reach, "quality.plan.reach.after"),
                line(views, "quality.plan.views.after"),
                line(confidence, "quality.plan.confidence.after"),
                heading("quality.plan.heading.sections"),
                sections,
                add,
                heading("quality.plan.heading.due"),
                line(due, "quality.plan.due.after"));
        form.getStyleClass().addAll("gap-8", "quality-plan-form");
        return form;
    }

    private Node foot() {
        var buttons = new FlowPane(tryOut, save, draw);
        buttons.getStyleClass().add("gap-8");
        var foot = new VBox(problem, buttons);
        foot.getStyleClass().addAll("gap-8", "quality-drawer-foot", "edge-top", "bar-surface");
        return foot;
    }

    private Label heading(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().addAll("strong", "size-12", "quality-plan-heading");
        return label;
    }

    private Node line(TextField field, String key) {
        var after = new Label(texts.get(key));
        after.getStyleClass().add("size-12");
        after.setWrapText(true);
        after.setLabelFor(field);
        field.setMinWidth(AMOUNT);
        var line = new HBox(field, after);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("gap-8");
        return line;
    }

    private void addSection() {
        String code = words.book().sections().getFirst().code().value();
        addRow(new SectionShare(code, FIRST_SHARE, 0)).focus();
        changed();
    }

    private SectionRow addRow(SectionShare share) {
        var row = new SectionRow(words, share, this::changed, this::remove);
        rows.add(row);
        sections.getChildren().add(row);
        return row;
    }

    private void remove(SectionRow row) {
        rows.remove(row);
        sections.getChildren().remove(row);
        changed();
    }

    private void fill(SamplingPlan plan) {
        filling = true;
        random.setText(said(plan.random()));
        chapterEight.setSelected(plan.chapterEight());
        newShare.setText(said(plan.newReviewers().share()));
        newDecisions.setText(said(plan.newReviewers().decisions()));
        newDays.setText(said(plan.newReviewers().days()));
        reach.setText(said(plan.risk().reach()));
        views.setText(said(plan.risk().views()));
        confidence.setText(said(plan.risk().lowConfidence()));
        due.setText(said(plan.dueDays()));
        if (rows.stream().anyMatch(Node::isFocusWithin)) {
            random.requestFocus();
        }
        rows.clear();
        sections.getChildren().clear();
        plan.sections().forEach(this::addRow);
        filling = false;
        showVersion();
        showButtons();
    }

    private String said(double amount) {
        return Amounts.words(amount, texts.locale());
    }

    /** @throws SamplingRefused when it cannot stand */
    private SamplingPlan plan() {
        return new SamplingPlan(
                model.inForceProperty().get().version(),
                Amounts.number(random.getText()),
                chapterEight.isSelected(),
                rows.stream().map(SectionRow::share).toList(),
                new NewReviewers(small(newDecisions), small(newDays), Amounts.number(newShare.getText())),
                new Risk(
                        Amounts.whole(views.getText()),
                        Amounts.number(reach.getText()),
                        Amounts.number(confidence.getText())),
                small(due));
    }

    private static int small(TextField field) {
        return Math.clamp(Amounts.whole(field.getText()), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** The plan as it stands here; empty, and said why, when it cannot stand. */
    private Optional<SamplingPlan> read() {
        try {
            return Optional.of(plan());
        } catch (SamplingRefused wrong) {
            model.tell(wrong);
            return Optional.empty();
        }
    }

    private void tryOut() {
        read().ifPresent(model::dryRun);
    }

    private void save() {
        read().ifPresent(model::save);
    }

    private void changed() {
        if (!filling) {
            model.tell(null);
            showVersion();
            showButtons();
        }
    }

    private boolean isChanged() {
        try {
            return !plan().equals(model.inForceProperty().get());
        } catch (SamplingRefused _) {
            return true;
        }
    }

    private void showVersion() {
        int number = model.inForceProperty().get().version();
        String said = number == 0
                ? texts.get("quality.plan.version.none")
                : model.historyProperty().get().stream()
                        .filter(one -> one.plan().version() == number)
                        .map(told)
                        .findFirst()
                        .orElse("");
        version.setText(isChanged() ? texts.get("quality.plan.changed", said) : said);
        version.setGraphic(isChanged() ? Icons.small(Icon.EDIT) : null);
        version.setAccessibleText(SafeLine.of(version.getText()));
    }

    private void showButtons() {
        boolean working = model.isWorking();
        tryOut.setDisable(working);
        save.setDisable(working || !isChanged());
        draw.setDisable(working || isChanged() || model.inForceProperty().get().version() == 0);
    }
}
