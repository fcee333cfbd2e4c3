package org.moderationdesk.referrals;

import java.util.List;
import org.moderationdesk.referrals.ncmec.Fault;

/** Something with a filing that cannot be done as things stand. Its message names nobody: it may reach a log. */
public final class FilingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient List<Fault> faults;

    FilingRefused(Why why) {
        this(why, List.of());
    }

    FilingRefused(Why why, List<Fault> faults) {
        super("filing refused: " + why);
        this.why = why;
        this.faults = List.copyOf(faults);
    }

    /** Why not. */
    public enum Why {
        NO_SUCH_REFERRAL,
        /** It waits for a second person, was reversed, or its time to go out has not come. */
        NOT_TO_BE_SENT_NOW,
        /** One report a referral: another is filed, or on its way. */
        FILED_ALREADY,
        /** The documents are not what NCMEC takes: see {@link #faults}. */
        INVALID,
        /** A file is not held by this desk. */
        FILE_MISSING,
        /** Reports do not go there now. */
        NOT_IN_FORCE,
        /** Nobody has set what to sign in with. */
        NO_LOGIN,
        SENDING_OFF,
        /** NCMEC did not give what it was asked for. */
        NOT_GIVEN,
        /** Nobody asked for it, or something else was set since. */
        NOT_ASKED,
        /** It takes another person than the one who asked for it. */
        SAME_PERSON,
        /** Somebody else saved the draft meanwhile. */
        DRAFTED_MEANWHILE,
        NO_SUCH_FILING,
        /** Another desk is at it just now. */
        UNDER_WAY,
        /** It was asked to be finished: NCMEC has it, and it cannot be taken back. */
        TOO_LATE,
        /** Nothing preserves it any more, and its documents were erased. */
        PAPERS_ERASED
    }

    public Why why() {
        return why;
    }

    /** What is wrong with the documents, each with the field it is about; empty where it was refused for another reason. */
    public List<Fault> faults() {
        return faults;
    }
}
