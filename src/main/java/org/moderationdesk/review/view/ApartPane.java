package org.moderationdesk.review.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.moderationdesk.decisions.view.ApartWords;
import org.moderationdesk.decisions.view.ChecklistPane;
import org.moderationdesk.decisions.view.DecisionActs;
import org.moderationdesk.decisions.view.DecisionPanel;
import org.moderationdesk.decisions.view.Speech;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.items.view.ItemWords;

/** A case that is decided apart: item, checklist and decision, as on the review screen. */
public final class ApartPane extends HBox {
    private static final double PANEL_ASIDE_BELOW = 1016;
    private static final double COMPACT_BELOW = 720;

    private final ApartCase one;
    private final ItemPane item;
    private final ChecklistPane checklist;
    private final DecisionPanel decision;
    private final VBox right = new VBox();

    /** What can be done with the case, and how that is said. */
    public record Acts(DecisionActs acts, ApartWords words) {}

    /**
     * Puts the parts together.
     *
     * @param onGuidelines goes to the Guidelines screen, at a clause
     */
    public ApartPane(ApartCase one, Kit kit, Acts acts, Consumer<ClauseCode> onGuidelines) {
        this.one = one;
        var words = new ItemWords(kit.texts(), one.book());
        var speech = new Speech(kit.texts(), words.bookWords());
        item = new ItemPane(one.item(), words, kit.times(), one.pictures(), kit.background(), kit.covers());
        checklist = new ChecklistPane(one.open().checklist(), speech, onGuidelines);
        decision = new DecisionPanel(one.open().panel(), speech, kit.times(), acts.acts());
        decision.apart(acts.words());
        HBox.setHgrow(item.node(), Priority.ALWAYS);
        VBox.setVgrow(checklist.node(), Priority.ALWAYS);
        right.getChildren().addAll(checklist.node(), decision.node());
        right.getStyleClass().addAll("review-side", "edge-left");
        getChildren().addAll(item.node(), right);
        one.item().onNoClause(() -> one.say(kit.texts().get("review.screen.no-clause")));
        item.holdToRevealOn(this);
        keys().forEach(each -> each.listenOn(this));
        followInput();
        widthProperty().subscribe(this::fit);
        heightProperty().subscribe(this::fit);
    }

    /** Puts something above the checklist, that is read before anything is answered. */
    public void above(Node head) {
        right.getChildren().addFirst(head);
    }

    public List<Keys> keys() {
        return List.of(checklist.keys(), decision.keys(), item.keys());
    }

    public List<Node> panels() {
        return List.of(item.node(), checklist.node(), decision.node());
    }

    public void shown() {
        item.shown();
    }

    public void hidden() {
        one.coverAll();
        item.hidden();
        decision.hidden();
    }

    /** To be called every second while it is seen. */
    public void tick() {
        decision.tick();
    }

    public void focus() {
        checklist.focus();
    }

    private void followInput() {
        addEventFilter(InputEvent.ANY, _ -> one.open().active().input());
        sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(Window::focusedProperty)
                .addListener((_, _, focused) -> one.open().active().focus(Boolean.TRUE.equals(focused)));
    }

    private void fit() {
        if (getWidth() > 0) {
            item.panelAside(getWidth() < PANEL_ASIDE_BELOW);
        }
        boolean low = getHeight() > 0 && getHeight() < COMPACT_BELOW;
        item.low(low);
        one.open().panel().compactProperty().set(low);
    }
}
