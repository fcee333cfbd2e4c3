package org.moderationdesk.fx;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/** Buttons that show their key. */
public final class KeyButton {
    private KeyButton() {}

    /** @param shortcut as {@link Keys} writes it, such as {@code "Shortcut+Enter"} */
    public static Button of(String id, String words, String shortcut, Runnable act) {
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
