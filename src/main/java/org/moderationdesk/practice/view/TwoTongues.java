package org.moderationdesk.practice.view;

import java.util.Objects;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Language;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.practice.Told;

/** A text that is written in both languages of the desk, side by side; one of them may stay empty. */
final class TwoTongues extends VBox {
    private final TextInputControl english;
    private final TextInputControl dutch;

    /** @param lines how many each shows; one for a field of one line */
    TwoTongues(String id, String name, int lines, Told now, PracticeWords words) {
        english = made(id + "-en", words.get("practice.tongue.en", name), lines);
        dutch = made(id + "-nl", words.get("practice.tongue.nl", name), lines);
        english.setText(Objects.requireNonNullElse(now.words().get(Language.EN), ""));
        dutch.setText(Objects.requireNonNullElse(now.words().get(Language.NL), ""));
        var row = new HBox(english, dutch);
        row.getStyleClass().add("gap-8");
        HBox.setHgrow(english, Priority.ALWAYS);
        HBox.setHgrow(dutch, Priority.ALWAYS);
        getChildren().addAll(Shown.label(name, "field-label"), row);
        getStyleClass().add("gap-4");
    }

    private static TextInputControl made(String id, String prompt, int lines) {
        TextInputControl made;
        if (lines == 1) {
            made = new TextField();
        } else {
            var area = new TextArea();
            area.setPrefRowCount(lines);
            area.setWrapText(true);
            Tabs.leaveByTab(area);
            made = area;
        }
        made.setId(id);
        made.setPromptText(prompt);
        made.setAccessibleText(prompt);
        made.setPrefWidth(280);
        return made;
    }

    Told told() {
        return Told.both(english.getText().strip(), dutch.getText().strip());
    }
}
