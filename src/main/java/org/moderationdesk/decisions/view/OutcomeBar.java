package org.moderationdesk.decisions.view;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;

/** The five outcomes side by side, each with its key; those that no answer can make valid are dashed. */
final class OutcomeBar extends HBox {
    private final PanelModel model;
    private final Speech speech;
    private final Map<Outcome, ToggleButton> cells = new EnumMap<>(Outcome.class);

    OutcomeBar(PanelModel model, Speech speech) {
        this.model = model;
        this.speech = speech;
        setId("decision-outcomes");
        getStyleClass().addAll("segmented-button", "outcomes");
        pseudoClassStateChanged(
                PseudoClass.getPseudoClass("long-words"), speech.texts().language() == Language.NL);
        setAlignment(Pos.CENTER_LEFT);
        for (Outcome outcome : Outcome.values()) {
            var cell = cell(outcome);
            cells.put(outcome, cell);
            getChildren().add(cell);
        }
    }

    private ToggleButton cell(Outcome outcome) {
        String word = speech.get("decisions.outcome." + outcome);
        var cell = new ToggleButton(word);
        cell.setId("outcome-" + outcome);
        cell.setContentDisplay(ContentDisplay.TOP);
        cell.getStyleClass().addAll("outcome", pill(outcome));
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setMinWidth(0);
        cell.setAccessibleText(word + ", " + key(outcome));
        cell.setOnAction(_ -> {
            model.choose(outcome);
            show(model.proposals().proposalProperty().get());
        });
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    static String key(Outcome outcome) {
        return String.valueOf(outcome.ordinal() + 1);
    }

    private static String pill(Outcome outcome) {
        return switch (outcome) {
            case NO_VIOLATION -> "left-pill";
            case EXCEPTION, LIMIT_REACH, REMOVE -> "center-pill";
            case ESCALATE -> "right-pill";
        };
    }

    void show(@Nullable Proposal proposal) {
        for (Map.Entry<Outcome, ToggleButton> each : cells.entrySet()) {
            Outcome outcome = each.getKey();
            ToggleButton cell = each.getValue();
            cell.setSelected(proposal != null && proposal.outcome() == outcome);
            @Nullable Refusal against = model.against(outcome).orElse(null);
            boolean off = against != null && !cell.isSelected();
            cell.setGraphic(hint(outcome, off));
            Dashed.set(cell, off);
            cell.setTooltip(off && against != null ? new Tooltip(speech.say(against)) : null);
        }
    }

    private static Node hint(Outcome outcome, boolean off) {
        return new StackPane(off ? Icons.small(Icon.HELD) : new KeyHint(key(outcome)));
    }

    void lock(boolean locked) {
        cells.values().forEach(cell -> {
            cell.setMouseTransparent(locked);
            cell.setFocusTraversable(!locked);
        });
    }

    void focus() {
        getChildren().getFirst().requestFocus();
    }
}
