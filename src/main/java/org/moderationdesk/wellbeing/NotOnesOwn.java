package org.moderationdesk.wellbeing;

/** Somebody asked for, or set, what is not theirs. Its message names nobody: it may reach a log. */
public final class NotOnesOwn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOnesOwn() {
        super("asked by somebody who may not know or set it");
    }
}
