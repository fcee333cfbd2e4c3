package org.moderationdesk.decisions.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;

/** Submit, skip and undo; on a case that is only read, next and withdraw. */
final class PanelButtons extends HBox {
    private final PanelModel model;
    private final Speech speech;
    private final DecisionActs acts;
    private final Button main = new Button();
    private final Button skip;
    private final Button undo = new Button();
    private String submitWords;

    PanelButtons(PanelModel model, Speech speech, DecisionActs acts) {
        this.model = model;
        this.speech = speech;
        this.acts = acts;
        submitWords = speech.get("decisions.panel.submit");
        getStyleClass().add("gap-8");
        setAlignment(Pos.CENTER_LEFT);
        main.setId("decision-submit");
        dress(main, "Shortcut+Enter");
        main.getStyleClass().add("accent");
        main.setOnAction(_ -> submit(true));
        skip = new Button(speech.get("decisions.panel.skip"));
        skip.setId("decision-skip");
        dress(skip, "S");
        skip.setOnAction(_ -> acts.skip());
        undo.setId("decision-undo");
        dress(undo, "Shortcut+Z");
        undo.setOnAction(_ -> acts.undo());
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(main, skip, undo);
    }

    void apart(ApartWords words) {
        submitWords = words.submit();
        skip.setText(words.skip());
        undo.setVisible(false);
        undo.setManaged(false);
        show();
    }

    private static void dress(Button button, String key) {
        button.setGraphic(KeyHint.of(
                new Keys("").on(key, "", () -> {}).bindings().getFirst().keys()));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.getStyleClass().add("large");
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    /** Submits, or goes to what is missing; on a case that is only read, goes on to the next. */
    void submit(boolean next) {
        if (isReadOnly()) {
            if (next) {
                acts.next();
            }
        } else if (model.trySubmit()) {
            acts.submit(next);
        }
    }

    private boolean isReadOnly() {
        return model.proposals().lockedProperty().get() && !model.busyProperty().get();
    }

    void show() {
        boolean readOnly = isReadOnly();
        boolean busy = model.busyProperty().get();
        @Nullable Refusal refusal = model.missingProperty().get();
        main.setText(
                busy
                        ? speech.get("decisions.panel.recording")
                        : readOnly ? speech.get("decisions.panel.next-item") : submitWords);
        Dashed.set(main, !readOnly && !model.readyProperty().get() && !busy);
        main.setAccessibleText(
                readOnly || refusal == null ? main.getText() : main.getText() + ". " + speech.say(refusal));
        boolean skippable = !readOnly && !skip.getText().isEmpty();
        skip.setVisible(skippable);
        skip.setManaged(skippable);
        skip.setDisable(busy);
        @Nullable DecisionLine line = model.proposals().decidedProperty().get();
        boolean waits = line != null && line.state() == DecisionState.AWAITING_SECOND;
        undo.setText(speech.get(waits ? "decisions.panel.withdraw" : "decisions.panel.undo"));
        undo.setDisable(busy || !(model.undoableProperty().get() || waits));
    }
}
