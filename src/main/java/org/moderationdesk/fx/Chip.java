package org.moderationdesk.fx;

import javafx.scene.control.ToggleButton;

/** A small choice that is on or off. Switched off by circumstances, it is dashed; the reason stands beside it. */
public final class Chip extends ToggleButton {
    public Chip(String words) {
        super(words);
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
    }
}
