package org.moderationdesk.practice.view;

import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Tabs;

/** Why a question about a key is ruled on so. */
final class RulingField extends VBox {
    private final TextArea text = new TextArea();

    RulingField(PracticeWords words) {
        text.setId("practice-ruling");
        text.setPromptText(words.get("practice.rule.prompt"));
        text.setAccessibleText(words.get("practice.rule.why"));
        text.setWrapText(true);
        text.setPrefRowCount(3);
        Tabs.leaveByTab(text);
        getChildren().addAll(Shown.label(words.get("practice.rule.why"), "field-label"), text);
        getStyleClass().add("gap-4");
    }

    String said() {
        return text.getText().strip();
    }
}
