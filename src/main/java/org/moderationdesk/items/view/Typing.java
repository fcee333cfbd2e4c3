package org.moderationdesk.items.view;

import javafx.event.EventTarget;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;

/** Which controls take Space for themselves. */
final class Typing {
    private Typing() {}

    static boolean isIn(EventTarget target) {
        return target instanceof TextInputControl || target instanceof ButtonBase || target instanceof ComboBoxBase<?>;
    }
}
