package org.moderationdesk.staff;

import org.moderationdesk.base.Texts;

/** Somebody did what they have no right to; nothing has changed. Its message names nobody: it may reach a log. */
public final class RightRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Right right;

    public RightRefused(Right right) {
        super("right refused: " + right);
        this.right = right;
    }

    /** The right that is missing. */
    public Right right() {
        return right;
    }

    /** What happened, in words. */
    public String words(Texts texts) {
        return texts.get("rights.refused", texts.get("rights.right." + right));
    }
}
