package org.moderationdesk.settings.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The few forms that settings take: a named row, a note, a choice of a few. */
final class Rows {
    private Rows() {}

    static VBox card(String title, Node... rows) {
        var heading = new Label(title);
        heading.getStyleClass().addAll("strong", "size-14");
        var card = new VBox(heading);
        card.getStyleClass().addAll("card", "settings-card");
        card.getChildren().addAll(rows);
        return card;
    }

    static HBox row(String name, Node control) {
        var label = new Label(name);
        label.getStyleClass().add("settings-name");
        label.setWrapText(true);
        label.setLabelFor(control);
        var row = new HBox(label, control);
        row.getStyleClass().add("settings-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Label note(String words) {
        var note = new Label(words);
        note.getStyleClass().addAll("muted", "size-12");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    static TextField number(String id, int value, String name) {
        var field = new TextField(Integer.toString(value));
        field.setId(id);
        field.setAccessibleText(name);
        field.getStyleClass().add("settings-number");
        return field;
    }

    static ToggleButton segment(SegmentedButton buttons, String id, String words, boolean chosen, Runnable act) {
        var button = new ToggleButton(words);
        button.setId(id);
        button.setSelected(chosen);
        button.setOnAction(_ -> {
            button.setSelected(true);
            act.run();
        });
        buttons.getButtons().add(button);
        return button;
    }

    /** Whether the field holds a whole number from the least to the most; marks it where it does not. */
    static boolean within(TextField field, int least, int most) {
        boolean sound = field.getText().matches("\\d{1,5}")
                && Integer.parseInt(field.getText()) >= least
                && Integer.parseInt(field.getText()) <= most;
        mark(field, sound);
        return sound;
    }

    static void mark(TextField field, boolean sound) {
        field.getStyleClass().remove("wrong");
        if (!sound) {
            field.getStyleClass().add("wrong");
        }
    }
}
