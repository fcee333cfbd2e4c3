package org.moderationdesk.decisions.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Consequence;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;

/** What would happen, and beneath it what is still missing: the last thing read before submitting. */
final class ConsequenceBox extends VBox {
    private final PanelModel model;
    private final Speech speech;
    private final TextFlow line = new TextFlow();
    private final Label missing = new Label();
    private final HBox missingLine = new HBox();
    private @Nullable String instead;

    ConsequenceBox(PanelModel model, Speech speech) {
        this.model = model;
        this.speech = speech;
        setId("decision-consequence");
        getStyleClass().addAll("consequence", "gap-4");
        missing.setId("decision-missing");
        missing.setWrapText(true);
        missing.getStyleClass().add("size-12");
        missingLine.getStyleClass().add("gap-8");
        missingLine.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(line, missingLine);
    }

    /** Nothing follows from what is decided here but this. */
    void apart(ApartWords words) {
        instead = words.consequence();
        show();
    }

    void show() {
        List<Consequence.Part> parts = model.proposals().consequenceProperty().get();
        List<Node> texts = instead == null || parts.isEmpty() ? said(parts) : List.of(text(instead, false));
        line.getChildren().setAll(texts);
        put(line, !texts.isEmpty());
        showMissing(parts.isEmpty());
    }

    private List<Node> said(List<Consequence.Part> parts) {
        var texts = new ArrayList<Node>();
        for (Consequence.Part part : parts) {
            if (!texts.isEmpty()) {
                texts.add(text(Consequence.BETWEEN, false));
            }
            texts.add(text(part.words(speech.texts(), speech.book()), part.strong() || texts.isEmpty()));
        }
        return texts;
    }

    private void showMissing(boolean nothingChosen) {
        PanelModel.Said said = model.saidProperty().get();
        @Nullable Refusal refusal = model.missingProperty().get();
        boolean locked = model.proposals().lockedProperty().get();
        String words =
                switch (said) {
                    case PanelModel.Said.Switched(Refusal why) -> speech.say(why);
                    case PanelModel.Said.Told(String told) -> told;
                    case null -> refusal == null || locked ? "" : speech.say(refusal);
                };
        boolean calm = said == null && nothingChosen && !model.triedProperty().get();
        missing.setText(words);
        missing.setTooltip(words.isEmpty() ? null : new Tooltip(words));
        missing.getStyleClass().removeAll("muted", "tone-attention");
        missing.getStyleClass().add(calm ? "muted" : "tone-attention");
        var icon = Icons.small(calm ? Icon.INFO : Icon.TROUBLE);
        icon.getStyleClass().add(calm ? "muted" : "tone-attention");
        missingLine.getChildren().setAll(icon, missing);
        put(missingLine, !words.isEmpty());
        setVisible(line.isManaged() || !words.isEmpty());
    }

    private static Text text(String words, boolean strong) {
        var text = new Text(words);
        text.getStyleClass().addAll("size-12", "rule-words");
        if (strong) {
            text.getStyleClass().add("strong");
        }
        return text;
    }

    private static void put(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
