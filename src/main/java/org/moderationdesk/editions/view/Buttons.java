package org.moderationdesk.editions.view;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;

/** Buttons that show their key. */
final class Buttons {
    private Buttons() {}

    static Button of(String id, String words, String shortcut, Runnable act) {
        var button = new Button(
                words,
                KeyHint.of(new Keys("")
                        .on(shortcut, "", () -> {})
                        .bindings()
                        .getFirst()
                        .keys()));
        button.setId(id);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
