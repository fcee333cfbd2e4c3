package org.moderationdesk.decisions.view;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.guidelines.ClauseCode;

/** The quiet line beneath a rule, and the pop-over that it opens. */
final class CounselLine extends HBox {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 320;

    private final Hyperlink words = new Hyperlink();
    private final KeyHint key = new KeyHint("Shift P");
    private @Nullable PopOver over;

    CounselLine(ClauseCode rule, Counsel counsel) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("gap-8");
        words.setId("rule-" + rule.value().replace('.', '-') + "-counsel");
        words.setText(counsel.line(rule));
        words.getStyleClass().addAll("size-12", "counsel");
        words.setWrapText(true);
        words.setFocusTraversable(false);
        words.setOnAction(_ -> open(rule, counsel));
        getChildren().add(words);
    }

    /** The key stands where it acts. */
    void showKey(boolean here) {
        getChildren().remove(key);
        if (here) {
            getChildren().add(key);
        }
    }

    void open() {
        words.fire();
    }

    void hide() {
        if (over != null) {
            over.hide();
            over = null;
        }
    }

    private void open(ClauseCode rule, Counsel counsel) {
        if (over != null && over.isShowing()) {
            hide();
            return;
        }
        var scroll = new ScrollPane(counsel.reasons(rule));
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(WIDTH);
        scroll.setMaxHeight(HEIGHT);
        scroll.getStyleClass().add("edge-less");
        var shown = new PopOver(scroll);
        shown.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        shown.setDetachable(false);
        shown.setAnimated(false);
        shown.setAutoHide(true);
        shown.setHideOnEscape(true);
        shown.show(words);
        over = shown;
    }
}
