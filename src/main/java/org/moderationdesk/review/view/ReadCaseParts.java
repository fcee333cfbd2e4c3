package org.moderationdesk.review.view;

import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.decisions.view.ChecklistPane;
import org.moderationdesk.decisions.view.DecisionPanel;
import org.moderationdesk.decisions.view.NoActs;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.items.view.ItemWords;

/** The parts in which a decided case is read: the item, and beside it answers and decision. JavaFX thread only. */
public final class ReadCaseParts {
    private final ItemPane item;
    private final ChecklistPane checklist;
    private final DecisionPanel decision;
    private final VBox right;

    /** @param onGuidelines goes to the Guidelines screen, at a clause */
    public ReadCaseParts(ReadCase model, Kit kit, Consumer<ClauseCode> onGuidelines) {
        var words = new ItemWords(kit.texts(), model.rooms().tools().book());
        var speech = new Speech(kit.texts(), words.bookWords());
        item = new ItemPane(model.item(), words, kit.times(), model.pictures(), kit.background(), kit.covers());
        checklist = new ChecklistPane(model.checklist(), speech, onGuidelines);
        decision = new DecisionPanel(model.panel(), speech, kit.times(), new NoActs());
        model.layOut(new CaseHistory(kit.texts())::of);
        right = new VBox(checklist.node(), decision.node());
        VBox.setVgrow(checklist.node(), Priority.ALWAYS);
        right.getStyleClass().addAll("review-side", "edge-left");
    }

    public ItemPane item() {
        return item;
    }

    public ChecklistPane checklist() {
        return checklist;
    }

    public DecisionPanel decision() {
        return decision;
    }

    /** Answers above the decision. */
    public VBox right() {
        return right;
    }
}
