package org.moderationdesk.review.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;

/** Something about the open case that the person must know, above the checklist, until it is put away. */
final class NoticeBar extends HBox {
    private final Label words = new Label();
    private final Button act = new Button();

    NoticeBar(Texts texts) {
        setId("review-notice");
        getStyleClass().addAll("notice-bar", "gap-8");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().addAll("size-12", "tone-attention");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        act.setId("review-notice-act");
        act.setMinWidth(USE_PREF_SIZE);
        var close = new Button(null, Icons.small(Icon.REMOVE));
        close.getStyleClass().addAll("icon-only", "quiet");
        close.setId("review-notice-close");
        close.setAccessibleText(texts.get("review.screen.notice.close"));
        close.setOnAction(_ -> hideNotice());
        var icon = Icons.small(Icon.TROUBLE);
        icon.getStyleClass().add("tone-attention");
        getChildren().addAll(icon, words, act, close);
        hideNotice();
    }

    void say(String sentence) {
        words.setText(sentence);
        put(act, false);
        put(this, true);
    }

    /** With something that can be done about it. */
    void say(String sentence, String label, Runnable onAct) {
        say(sentence);
        act.setText(label);
        act.setOnAction(_ -> onAct.run());
        put(act, true);
    }

    void hideNotice() {
        put(this, false);
    }

    private static void put(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
