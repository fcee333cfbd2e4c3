package org.moderationdesk.routing;

import org.moderationdesk.base.Texts;

/** Queues and rules that cannot stand as they are. Its message names nobody: it may reach a log. */
public final class PlanRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String what;

    public PlanRefused(Why why, String what) {
        super("plan refused: " + why);
        this.why = why;
        this.what = what;
    }

    /** Why not. */
    public enum Why {
        /** Not a plan at all, or with something in it that no plan has. */
        FORMAT,
        NAME_UNUSABLE,
        NAME_TAKEN,
        /** A rule, or the default, names a queue that is not there. */
        NO_SUCH_QUEUE,
        /** The default must take every case. */
        DEFAULT_CHOOSY,
        /** The default must be there for everybody. */
        DEFAULT_CLEARANCE,
        /** Without escalation a case could be stuck. */
        NO_ESCALATION,
        /** Doing nothing to the account must stay possible. */
        NO_MEASURE,
        CHILD_SAFETY_OPEN,
        LANGUAGE,
        REGION,
        SECTION,
        POINTS,
        UNKNOWN_MEMBER,
        TOO_MANY,
        /** Somebody else has made a version since. */
        CHANGED_MEANWHILE,
        /** Nothing would change. */
        NOTHING_NEW
    }

    public Why why() {
        return why;
    }

    /** What it is about: a name or code. */
    public String what() {
        return what;
    }

    /** What is wrong and how to mend it, in words. */
    public String words(Texts texts) {
        return texts.get("routing.refused." + why, what);
    }
}
