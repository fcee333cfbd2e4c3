package org.moderationdesk.decisions.view;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;

/** A section of the checklist: its head, and its rules once it is opened. */
final class SectionBox extends VBox {
    private final ShownSection shown;
    private final ChecklistModel model;
    private final Speech speech;
    private final Label state = new Label();
    private final ToggleButton head;
    private final HBox keys = new HBox();
    private final Map<ClauseCode, RuleRow> rows = new LinkedHashMap<>();
    private Counsel counsel = Counsel.NONE;

    SectionBox(ShownSection shown, ChecklistModel model, Speech speech) {
        this.shown = shown;
        this.model = model;
        this.speech = speech;
        String code = shown.section().code().value();
        setId("section-" + code.replace('.', '-'));
        var title = new Label(code + " " + speech.book().title(shown.section().code()));
        title.getStyleClass().add("size-12");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.SOMETIMES);
        state.getStyleClass().addAll("muted", "size-12");
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.setContentDisplay(ContentDisplay.RIGHT);
        keys.getStyleClass().add("gap-4");
        keys.setAlignment(Pos.CENTER_RIGHT);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var chevron = new Region();
        chevron.getStyleClass().add("section-chevron");
        var line = new HBox(chevron, title, gap, keys, state);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("gap-8");
        head = new ToggleButton(null, line);
        line.prefWidthProperty().bind(head.widthProperty().subtract(28));
        head.setId(getId() + "-head");
        head.getStyleClass().add("section-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.selectedProperty().bindBidirectional(shown.openProperty());
        getChildren().add(head);
        shown.openProperty().subscribe(this::showRules);
        showRules();
    }

    private void showRules() {
        boolean open = shown.openProperty().get();
        if (open && rows.isEmpty()) {
            for (Clause rule : shown.section().rules()) {
                var row = new RuleRow(rule.code(), model, speech);
                rows.put(rule.code(), row);
                getChildren().add(row);
                row.counsel(counsel);
            }
            Proposal proposal = model.proposals().proposalProperty().get();
            if (proposal != null) {
                show(proposal);
            }
            lock(model.proposals().lockedProperty().get());
            ClauseCode current = model.currentProperty().get();
            if (current != null && rows.containsKey(current)) {
                rows.get(current).setCurrent(true);
            }
        }
        rows.values().forEach(row -> {
            row.setVisible(open);
            row.setManaged(open);
        });
        Proposal proposal = model.proposals().proposalProperty().get();
        if (proposal != null) {
            showState(proposal);
        }
    }

    void counsel(Counsel from) {
        counsel = from;
        rows.values().forEach(row -> row.counsel(from));
    }

    boolean isOf(ShownSection section) {
        return shown == section;
    }

    @Nullable
    RuleRow row(ClauseCode code) {
        return rows.get(code);
    }

    /** The keys stand in the head of one section only. */
    void showKeys(boolean here) {
        keys.getChildren().clear();
        if (here) {
            keys.getChildren()
                    .addAll(
                            new KeyHint("\u2191"),
                            new KeyHint("\u2193"),
                            word("decisions.checklist.keys.rule"),
                            new KeyHint("Y"),
                            new KeyHint("N"),
                            new KeyHint("U"),
                            word("decisions.checklist.keys.answer"),
                            new KeyHint("D"),
                            word("decisions.checklist.keys.define"));
        }
        boolean keysShown = here && shown.openProperty().get();
        keys.setVisible(keysShown);
        keys.setManaged(keysShown);
        state.setVisible(!keysShown);
        state.setManaged(!keysShown);
    }

    private Label word(String key) {
        var label = new Label(speech.get(key));
        label.getStyleClass().addAll("muted", "size-11");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    void show(Proposal proposal) {
        rows.values().forEach(row -> row.show(proposal));
        showState(proposal);
    }

    private void showState(Proposal proposal) {
        int answered = shown.answered(proposal);
        boolean allNo = shown.isAllNo(proposal);
        state.setText(
                allNo
                        ? speech.get("decisions.checklist.all-no", shown.rules())
                        : answered == 0
                                ? speech.get("decisions.checklist.rules", shown.rules())
                                : speech.get("decisions.checklist.answered", answered, shown.rules()));
        state.setGraphic(allNo ? Icons.small(Icon.DONE) : null);
        head.setAccessibleText(shown.section().code() + " "
                + speech.book().title(shown.section().code()) + ", " + state.getText());
    }

    void lock(boolean locked) {
        rows.values().forEach(row -> row.lock(locked));
    }
}
