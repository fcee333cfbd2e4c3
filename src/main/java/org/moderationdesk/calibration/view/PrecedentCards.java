package org.moderationdesk.calibration.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.calibration.Precedent;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.view.SafeLine;

/** Draws precedents: outcome, clauses, edition, day and reason, and nothing of who or what. */
final class PrecedentCards {
    private static final int LONGEST = 2_000;

    private final RulingWords words;
    private final Times times;

    PrecedentCards(RulingWords words, Times times) {
        this.words = words;
        this.times = times;
    }

    VBox of(List<Precedent> precedents) {
        var cards = new VBox();
        cards.getStyleClass().addAll("gap-12", "precedents");
        precedents.forEach(one -> cards.getChildren().add(of(one)));
        return cards;
    }

    VBox of(Precedent precedent) {
        var outcome = new Label(words.answer(precedent.answer()));
        outcome.getStyleClass().addAll("strong", "size-12");
        var clauses = new Label(RulingWords.clauses(precedent.answer().clauses()));
        clauses.getStyleClass().addAll("muted", "size-12");
        var when = new Label(
                words.texts().get("calibration.precedent.when", times.date(precedent.at()), precedent.edition()));
        when.getStyleClass().addAll("muted", "size-12");
        var head = new FlowPane(outcome, clauses, when);
        head.setHgap(8);
        head.setVgap(4);
        var card = new VBox(head);
        card.getStyleClass().addAll("gap-4", "precedent");
        String state = words.state(precedent);
        if (!state.isEmpty()) {
            var said = new Label(state);
            said.setWrapText(true);
            said.getStyleClass().addAll("size-12", "tone-attention");
            card.getChildren().add(said);
        }
        var reason = new Label(
                SafeLine.of(words.reason(precedent.reason().in(words.texts().language())), LONGEST));
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("size-12");
        card.getChildren().add(reason);
        return card;
    }
}
