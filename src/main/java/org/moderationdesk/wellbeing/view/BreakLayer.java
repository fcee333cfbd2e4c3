package org.moderationdesk.wellbeing.view;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;

/**
 * The window's ground: the desk, and in a break the break screen in its place. The desk is then not shown at all and gets
 * no keys. JavaFX thread only.
 */
public final class BreakLayer {
    private final StackPane ground = new StackPane();
    private final Node desk;
    private final Kit kit;
    private final WellbeingModel model;
    private final Supplier<String> ofTheCase;
    private @Nullable BreakScreen shown;
    private @Nullable Node focusBefore;

    /** @param ofTheCase what becomes of the open case in a break, as a sentence; empty where none is open */
    public BreakLayer(Node desk, Kit kit, WellbeingModel model, Supplier<String> ofTheCase) {
        this.desk = desk;
        this.kit = kit;
        this.model = model;
        this.ofTheCase = ofTheCase;
        ground.getChildren().add(desk);
        model.restProperty().subscribe(this::show);
    }

    public StackPane node() {
        return ground;
    }

    /** Leaves the break, if one is under way: the desk closes. */
    public void stop() {
        model.endBreak();
    }

    private void show(@Nullable Rest rest) {
        if (shown != null) {
            shown.end();
            ground.getChildren().remove(shown);
            shown = null;
        }
        if (rest == null) {
            desk.setVisible(true);
            if (focusBefore != null) {
                focusBefore.requestFocus();
                focusBefore = null;
            }
            return;
        }
        kit.covers().coverAll();
        focusBefore = ground.getScene() == null ? null : ground.getScene().getFocusOwner();
        var screen = new BreakScreen(kit, model, rest, ofTheCase.get(), ground.getHeight());
        shown = screen;
        ground.getChildren().add(screen);
        desk.setVisible(false);
        screen.begin();
    }
}
