package org.moderationdesk.quality.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.ProposalWords;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.Difference;

/** What differs and is not resolved, the first due first; then what is with the team. Above it, what can be undone. */
final class DifferenceList extends VBox {
    private final DifferencesModel model;
    private final ItemWords words;
    private final ProposalWords says;
    private final Kit kit;
    private final Texts texts;
    private final CaseShelf<Difference> shelf;
    private final Label resolved = new Label();
    private final VBox last;

    DifferenceList(DifferencesModel model, ItemWords words, ProposalWords says, Kit kit) {
        this.model = model;
        this.words = words;
        this.says = says;
        this.kit = kit;
        this.texts = kit.texts();
        var shelved = new CaseShelf.Shelved<>(
                "quality-differences",
                texts.get("quality.differences"),
                model.rows(),
                model.selectedProperty(),
                model.stateProperty(),
                model::select,
                model::refresh);
        shelf = new CaseShelf<>(texts, shelved, empty(), this::say);
        resolved.getStyleClass().add("size-12");
        resolved.setWrapText(true);
        resolved.setMinHeight(Region.USE_PREF_SIZE);
        var undo = KeyButton.of("quality-undo", texts.get("quality.undo"), "Shortcut+Z", model::undo);
        undo.setMaxWidth(Double.MAX_VALUE);
        last = new VBox(resolved, undo);
        last.setId("quality-last");
        last.getStyleClass().addAll("gap-8", "queue-top", "edge-bottom");
        getChildren().addAll(last, shelf);
        setFocusTraversable(true);
        setAccessibleText(texts.get("quality.differences"));
        VBox.setVgrow(shelf, Priority.ALWAYS);
        model.undoableProperty().subscribe(this::showLast);
    }

    void focusList() {
        shelf.focusOr(this);
    }

    /** To be called every second while it is seen: what can be undone no more goes. */
    void tick() {
        showLast();
    }

    private void showLast() {
        var undoable = model.undoableProperty().get();
        boolean there = undoable != null && model.now().isBefore(undoable.until());
        last.setVisible(there);
        last.setManaged(there);
        resolved.setText(there ? undoable.words() : "");
    }

    private Node empty() {
        var state = new EmptyState(
                Icon.WELL, texts.get("quality.differences.empty"), texts.get("quality.differences.empty.sentence"));
        state.setId("quality-differences-empty");
        return state;
    }

    private void say(Difference one, ListedCase lines) {
        String first = says.outcome(one.first());
        String second = says.outcome(one.second());
        lines.show(
                one.section().isEmpty() ? texts.get("items.section.none") : words.section(one.section()),
                first.equals(second)
                        ? texts.get("quality.differences.same", first)
                        : texts.get("quality.differences.outcomes", first, second),
                SafeLine.of(one.itemId()),
                one.inCalibration()
                        ? texts.get("quality.in-calibration")
                        : kit.times().date(one.decidedAt()),
                one.inCalibration() ? Icons.small(Icon.PEOPLE) : null);
    }
}
