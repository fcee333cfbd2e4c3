package org.moderationdesk.fx;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;

/** A small drawn key that says how to do without the mouse what stands beside it. */
public final class KeyHint extends Label {
    /** @param key as it is printed on the keyboard, such as "Ctrl K" or "Y" */
    public KeyHint(String key) {
        super(key);
        getStyleClass().add("key-hint");
        setMinWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    /** At least as wide as high, like a key. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.max(super.computePrefWidth(height), prefHeight(-1));
    }

    public static KeyHint of(KeyCombination combination) {
        return new KeyHint(KeyNames.of(combination));
    }
}
