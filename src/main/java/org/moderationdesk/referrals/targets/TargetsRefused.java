package org.moderationdesk.referrals.targets;

import org.moderationdesk.base.Texts;

/** Targets that cannot stand as they are. Its message names nobody: it may reach a log. */
public final class TargetsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String what;

    TargetsRefused(Why why, String what) {
        super("targets refused: " + why);
        this.why = why;
        this.what = what;
    }

    /** Why not. Each has its words under {@code referrals.targets.refused.} in the text bundle {@code referrals}. */
    public enum Why {
        /** Not a target, or with something in it that none has. */
        FORMAT,
        NO_SUCH_TARGET,
        /** It came with the desk: it can be changed, not left out. */
        SHIPPED,
        /** Nothing is preserved for a shorter time than the law says. */
        TOO_SHORT,
        TOO_MANY,
        /** Somebody else has made a version since. */
        CHANGED_MEANWHILE,
        /** Nothing would change. */
        NOTHING_NEW
    }

    public Why why() {
        return why;
    }

    /** What it is about: a code or a field. */
    public String what() {
        return what;
    }

    public String words(Texts texts) {
        return texts.get("referrals.targets.refused." + why, what);
    }
}
