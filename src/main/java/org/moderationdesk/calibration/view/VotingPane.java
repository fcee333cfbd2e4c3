package org.moderationdesk.calibration.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.decisions.view.ChecklistPane;
import org.moderationdesk.decisions.view.DecisionActs;
import org.moderationdesk.decisions.view.DecisionPanel;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.items.view.ItemWords;

/** A case to be decided apart: item, checklist and decision, as on the review screen. */
final class VotingPane extends HBox {
    private static final double PANEL_ASIDE_BELOW = 1016;
    private static final double COMPACT_BELOW = 720;

    private final VotingModel model;
    private final ItemPane item;
    private final ChecklistPane checklist;
    private final DecisionPanel decision;

    VotingPane(VotingModel model, CalibrationModel sessions, Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        Kit kit = sessions.kit();
        var words = new ItemWords(kit.texts(), sessions.doors().tools().book());
        var speech = new Speech(kit.texts(), words.bookWords());
        item = new ItemPane(model.item(), words, kit.times(), model.pictures(), kit.background(), kit.covers());
        checklist = new ChecklistPane(model.checklist(), speech, onGuidelines);
        decision = new DecisionPanel(model.panel(), speech, kit.times(), new Answering());
        Button answer = Buttons.of(
                "calibration-answer", kit.texts().get("calibration.answer"), "Shortcut+Enter", model::submit);
        answer.getStyleClass().addAll("accent", "large");
        answer.setMaxWidth(Double.MAX_VALUE);
        decision.foot(answer);
        HBox.setHgrow(item.node(), Priority.ALWAYS);
        VBox.setVgrow(checklist.node(), Priority.ALWAYS);
        var right = new VBox(checklist.node(), decision.node());
        right.setId("calibration-right");
        right.getStyleClass().addAll("review-side", "edge-left");
        getChildren().addAll(item.node(), right);
        setId("calibration-voting");
        item.holdToRevealOn(this);
        for (Keys each : List.of(checklist.keys(), decision.keys(), item.keys())) {
            each.listenOn(this);
        }
        widthProperty().subscribe(this::fit);
        heightProperty().subscribe(this::fit);
    }

    /** Nothing is skipped or undone here: an answer is given once. */
    private final class Answering implements DecisionActs {
        @Override
        public void submit(boolean next) {
            model.submit();
        }

        @Override
        public void skip() {}

        @Override
        public void undo() {}

        @Override
        public void next() {}
    }

    List<Keys> keys() {
        return List.of(checklist.keys(), decision.keys(), item.keys());
    }

    List<Node> panels() {
        return List.of(item.node(), checklist.node(), decision.node());
    }

    void shown() {
        item.shown();
    }

    void hidden() {
        model.item().coverAll();
        item.hidden();
        decision.hidden();
    }

    void tick() {
        decision.tick();
    }

    void focus() {
        checklist.focus();
    }

    private void fit() {
        if (getWidth() > 0) {
            item.panelAside(getWidth() < PANEL_ASIDE_BELOW);
        }
        boolean low = getHeight() > 0 && getHeight() < COMPACT_BELOW;
        item.low(low);
        model.panel().compactProperty().set(low);
    }
}
