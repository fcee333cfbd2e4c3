package org.moderationdesk.wellbeing;

import java.time.Duration;

/** The next case waits for a break: the day's budget is used. A case that is already open does not. */
public final class BreakFirst extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration owed;

    BreakFirst(Duration owed) {
        super("the next case waits for a break");
        this.owed = owed;
    }

    /** How long the break still has to last. */
    public Duration owed() {
        return owed;
    }
}
