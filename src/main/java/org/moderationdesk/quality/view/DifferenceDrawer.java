package org.moderationdesk.quality.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Consequence;
import org.moderationdesk.decisions.view.Comparison;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.Difference;
import org.moderationdesk.quality.Differences.Verdict;

/** One difference: both answers side by side, and what the lead makes of it. */
final class DifferenceDrawer extends VBox {
    private final DifferencesModel model;
    private final Texts texts;
    private final ItemWords items;
    private final ProposalWords says;
    private final VerdictWords verdicts;
    private final Dialogs dialogs;
    private final Label title = new Label();
    private final HBox about = new HBox();
    private final ScrollPane sides = new ScrollPane();
    private final Map<Verdict, ToggleButton> choices = new EnumMap<>(Verdict.class);
    private final TextField note = new TextField();
    private final TextFlow would = new TextFlow();
    private final Label against = new Label();
    private final Label problem = new Label();
    private final Button resolve;
    private final Button later;

    DifferenceDrawer(
            DifferencesModel model, ItemWords items, ProposalWords says, VerdictWords verdicts, Dialogs dialogs) {
        this.model = model;
        this.texts = items.texts();
        this.items = items;
        this.says = says;
        this.verdicts = verdicts;
        this.dialogs = dialogs;
        resolve = KeyButton.of("quality-resolve", texts.get("quality.resolve.act"), "Shortcut+Enter", this::ask);
        later = KeyButton.of("quality-later", texts.get("quality.resolve.later"), "S", model::later);
        setId("quality-difference");
        getStyleClass().addAll("edge-left", "surface", "quality-drawer");
        sides.setFitToWidth(true);
        sides.getStyleClass().add("edge-less");
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(head(), sides, foot());
        model.selectedProperty().subscribe(this::show);
        model.laidProperty().subscribe(_ -> showWould());
        model.problemProperty().subscribe(problem::setText);
    }

    void keysTo(Keys keys) {
        for (Verdict verdict : Verdict.values()) {
            keys.on(
                    Integer.toString(verdict.ordinal() + 1),
                    texts.get("quality.verdict." + verdict),
                    () -> Objects.requireNonNull(choices.get(verdict)).setSelected(true),
                    model::mayResolve);
        }
        keys.on("R", texts.get("quality.resolve.note"), note::requestFocus, model::mayResolve)
                .on("Shortcut+Enter", texts.get("quality.resolve.act"), this::ask, model::mayResolve)
                .on("S", texts.get("quality.resolve.later"), model::later);
    }

    List<Node> panels() {
        return List.of(sides, note);
    }

    private Node head() {
        title.getStyleClass().addAll("strong", "size-14");
        title.setMinWidth(0);
        about.setAlignment(Pos.CENTER_LEFT);
        about.getStyleClass().add("gap-8");
        about.setId("quality-difference-about");
        var head = new VBox(title, about);
        head.getStyleClass().addAll("gap-4", "quality-drawer-head", "edge-bottom");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private Node foot() {
        var heading = new Label(texts.get("quality.resolve"));
        heading.getStyleClass().addAll("strong", "size-14");
        var segments = new SegmentedButton();
        segments.setId("quality-verdicts");
        for (Verdict verdict : Verdict.values()) {
            var choice = new ToggleButton(
                    texts.get("quality.verdict." + verdict), new KeyHint(Integer.toString(verdict.ordinal() + 1)));
            choice.setId("quality-verdict-" + verdict);
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.selectedProperty().subscribe(this::showWould);
            choices.put(verdict, choice);
            segments.getButtons().add(choice);
        }
        note.setId("quality-note");
        note.setPromptText(texts.get("quality.resolve.note"));
        note.setAccessibleText(texts.get("quality.resolve.note"));
        HBox.setHgrow(note, Priority.ALWAYS);
        var noteRow = new HBox(note, new KeyHint("R"));
        noteRow.setAlignment(Pos.CENTER_LEFT);
        noteRow.getStyleClass().add("gap-8");
        would.setId("quality-would");
        would.getStyleClass().add("consequence");
        would.setMinHeight(Region.USE_PREF_SIZE);
        against.setId("quality-against");
        against.setGraphic(Icons.small(Icon.HELD));
        dress(against, "muted");
        problem.setId("quality-difference-problem");
        dress(problem, "tone-attention");
        resolve.getStyleClass().addAll("accent", "large");
        resolve.setContentDisplay(ContentDisplay.RIGHT);
        resolve.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(resolve, Priority.ALWAYS);
        later.getStyleClass().add("large");
        var buttons = new HBox(resolve, later);
        buttons.getStyleClass().add("gap-8");
        var foot = new VBox(heading, segments, noteRow, would, against, problem, buttons);
        foot.getStyleClass().addAll("gap-8", "quality-drawer-foot", "edge-top", "bar-surface");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    /** What has nothing to say takes no room. */
    private static void dress(Label label, String tone) {
        label.getStyleClass().addAll("size-12", tone);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
    }

    private void show(Difference one) {
        setVisible(one != null);
        setManaged(one != null);
        note.clear();
        choices.values().forEach(choice -> choice.setSelected(false));
        if (one == null) {
            sides.setContent(null);
            return;
        }
        String section = one.section().isEmpty() ? texts.get("items.section.none") : items.section(one.section());
        title.setText(section);
        var comparison = new Comparison(
                List.of(
                        new Comparison.Column(texts.get("quality.side.first"), one.first()),
                        new Comparison.Column(texts.get("quality.side.second"), one.second())),
                says);
        comparison.setId("quality-comparison");
        sides.setContent(comparison);
        sides.setVvalue(0);
        var count = new Tag(texts.get("quality.differences.count", comparison.differing()), Tone.ATTENTION);
        count.setGraphic(Icons.small(Icon.LATE));
        var hidden = new Label(texts.get("quality.names-hidden"));
        hidden.getStyleClass().addAll("muted", "size-12");
        hidden.setMinWidth(0);
        about.getChildren().setAll(new Tag(SafeLine.of(one.itemId())), count, hidden);
        boolean may = one.against() == null;
        choices.forEach(
                (verdict, choice) -> choice.setDisable(!may || one.inCalibration() && verdict == Verdict.CALIBRATION));
        note.setDisable(!may);
        against.setText(may ? "" : texts.get("quality.difference.against"));
        showWould();
    }

    private void showWould() {
        Difference one = model.selectedProperty().get();
        @Nullable Verdict verdict = chosen();
        resolve.setDisable(verdict == null || !model.mayResolve());
        would.getChildren().clear();
        if (one == null || verdict == null) {
            would.getChildren().add(text(texts.get("quality.would.choose"), "muted"));
            return;
        }
        for (String part : verdicts.of(verdict, one, model.laidProperty().get())) {
            boolean first = would.getChildren().isEmpty();
            if (!first) {
                would.getChildren().add(text(Consequence.BETWEEN, "rule-words"));
            }
            would.getChildren().add(text(part, first ? "strong" : "rule-words"));
        }
    }

    private static Text text(String words, String style) {
        var text = new Text(words);
        text.getStyleClass().addAll("size-12", "rule-words", style);
        return text;
    }

    private @Nullable Verdict chosen() {
        return choices.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** What changes something for content or account is asked once more. */
    private void ask() {
        Difference one = model.selectedProperty().get();
        @Nullable Verdict verdict = chosen();
        if (one == null || verdict == null || !model.mayResolve()) {
            return;
        }
        String said = note.getText().strip();
        if (verdict != Verdict.OVERTURNED) {
            model.resolve(verdict, said);
            return;
        }
        String line = String.join(
                Consequence.BETWEEN,
                verdicts.of(verdict, one, model.laidProperty().get()));
        dialogs.confirm(
                texts.get("quality.confirm.title", SafeLine.of(one.itemId())),
                line,
                texts.get("quality.confirm.act"),
                () -> model.resolve(verdict, said));
    }
}
