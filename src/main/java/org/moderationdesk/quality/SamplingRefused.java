package org.moderationdesk.quality;

import org.moderationdesk.base.Texts;

/** A sampling plan that cannot stand as it is. Its message names nobody: it may reach a log. */
public final class SamplingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String what;

    public SamplingRefused(Why why, String what) {
        super("sampling plan refused: " + why);
        this.why = why;
        this.what = what;
    }

    /** Why not. */
    public enum Why {
        FORMAT,
        SHARE,
        SECTION_TWICE,
        /** Not in the book. */
        SECTION,
        PER_WEEK,
        NEW_REVIEWERS,
        VIEWS,
        DUE_DAYS,
        /** Somebody else has made a version since. */
        CHANGED_MEANWHILE,
        /** Nothing would change. */
        NOTHING_NEW
    }

    public Why why() {
        return why;
    }

    /** What is wrong and how to mend it, in words. */
    public String words(Texts texts) {
        return texts.get("quality.plan.refused." + why, what);
    }
}
