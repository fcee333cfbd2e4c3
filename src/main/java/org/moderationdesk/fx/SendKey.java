package org.moderationdesk.fx;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The key that sends a form in which Enter begins a new line. The same key held on since before the form was there does
 * not: what opened it would send it as well. JavaFX thread only.
 */
final class SendKey {
    static final KeyCombination KEYS = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private boolean pressedAnew;

    /** Whether this sends the form; to be asked of every key event in it. */
    boolean isSent(KeyEvent event) {
        boolean matches = KEYS.match(event);
        boolean sent = pressedAnew && matches && event.getEventType() == KeyEvent.KEY_PRESSED;
        pressedAnew |= !matches || event.getEventType() == KeyEvent.KEY_RELEASED;
        return sent;
    }
}
