package org.moderationdesk.fx;

import java.util.Locale;

/** What a colour means. Danger is kept for high severity, lateness and fields that must be fixed. */
public enum Tone {
    NEUTRAL,
    ACCENT,
    SUCCESS,
    ATTENTION,
    DANGER,
    DONE;

    /** The style class, such as "tone-accent". */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
