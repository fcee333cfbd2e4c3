package org.moderationdesk.audit.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.audit.Replay;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.review.view.ReadCaseParts;

/** The item as it was when it was decided, under cover, with the answers and the decision to read. */
final class ReplayPane extends VBox {
    private static final double PANEL_ASIDE_BELOW = 1288;
    private static final double COMPACT_BELOW = 752;

    private final ReplayModel model;
    private final ReplayWords words;
    private final ReadCaseParts parts;
    private final Label then = Buttons.label("", "size-12");
    private boolean seen;

    ReplayPane(ReplayModel model, LogWords words, Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.words = new ReplayWords(words);
        parts = new ReadCaseParts(model.reading(), words.kit(), onGuidelines);
        setId("decisions-replay");
        Button back =
                Buttons.of("decisions-back", words.texts().get("audit.back"), Icon.GO_BACK, "V", model::leaveItem);
        then.setId("decisions-then");
        then.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(then, gap, back);
        head.getStyleClass().addAll("gap-8", "drawer-foot", "edge-bottom");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(parts.item().node(), Priority.ALWAYS);
        // There is nothing to submit, and no next one.
        parts.decision().foot(new Region());
        parts.right().setId("decisions-right");
        var columns = new HBox(parts.item().node(), parts.right());
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(head, columns);
        parts.item().keys().listenOn(this);
        parts.item().holdToRevealOn(this);
        widthProperty().subscribe(this::fit);
        heightProperty().subscribe(this::fit);
        model.viewingProperty().subscribe(this::show);
    }

    List<Keys> keys() {
        return List.of(parts.item().keys());
    }

    List<Node> panels() {
        return List.of(
                parts.item().node(), parts.checklist().node(), parts.decision().node());
    }

    /** The screen is left: everything is covered. */
    void hidden() {
        model.leaveItem();
        model.reading().forget();
    }

    private void show(boolean viewing) {
        Replay replay = model.openedProperty().get();
        if (viewing && replay != null) {
            replay.asItWas().ifPresent(was -> then.setText(words.asItWas(was, replay)));
            seen = true;
            parts.item().shown();
        } else if (seen) {
            seen = false;
            parts.item().hidden();
        }
    }

    private void fit() {
        if (getWidth() > 0) {
            parts.item().panelAside(getWidth() < PANEL_ASIDE_BELOW);
        }
        boolean low = getHeight() > 0 && getHeight() < COMPACT_BELOW;
        parts.item().low(low);
        model.reading().panel().compactProperty().set(low);
    }
}
