package org.moderationdesk.fx;

import javafx.scene.control.Label;

/** A fully round label of one or two words, such as an item's number or a state. */
public final class Tag extends Label {
    public Tag(String words) {
        this(words, Tone.NEUTRAL);
    }

    public Tag(String words, Tone tone) {
        super(words);
        getStyleClass().addAll("tag", tone.styleClass());
        setMinWidth(USE_PREF_SIZE);
    }

    /** A filled count beside a heading or on a tab. */
    public static Tag count(String number) {
        var tag = new Tag(number);
        tag.getStyleClass().add("count");
        return tag;
    }
}
