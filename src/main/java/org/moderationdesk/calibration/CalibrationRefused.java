package org.moderationdesk.calibration;

import org.moderationdesk.base.Texts;

/** An act of calibration that may not be; nothing has changed. Its message names nobody. */
public final class CalibrationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. Each has its words under {@code calibration.refused.} in the text bundle {@code calibration}. */
    public enum Why {
        /** A title has 1 to 120 characters. */
        NO_TITLE,
        /** A session is about 1 to 50 cases. */
        NO_CASES,
        /** 2 to 26 people are asked. */
        TOO_FEW_ASKED,
        /** Somebody is asked who does not work here, or does not decide. */
        UNKNOWN_PERSON,
        /** Cases of child safety have a session of their own. */
        MIXED,
        /** Somebody is asked about child safety without the clearance. */
        NOT_CLEARED,
        /** A decision that is not there, or that is no longer in force. */
        UNKNOWN_DECISION,
        /** It would be due before it begins. */
        DUE_PASSED,
        /** There is no such session or case, as far as this person may know. */
        UNKNOWN_SESSION,
        /** Nobody answers any more. */
        NOT_OPEN,
        /** Answers are not yet laid side by side. */
        STILL_OPEN,
        /** This person is not asked. */
        NOT_ASKED,
        /** This person made the decision that is talked about. */
        DECIDED_FIRST,
        /** They have answered. */
        ANSWERED,
        /** An answer has an outcome. */
        NO_OUTCOME,
        /** It is too long to be kept. */
        TOO_LONG,
        /** A remark has 1 to 500 characters. */
        NO_WORDS,
        /** A reason has 10 to 2,000 characters. */
        NO_REASON,
        /** A clause, ground or carve-out that the edition does not have, or that do not go together. */
        NOT_OF_THE_EDITION,
        /** The case has a ruling. */
        RULED,
        /** There is no such ruling, or it is withdrawn. */
        UNKNOWN_RULING,
        /** The decision is no longer in force: there is nothing to replace. */
        NOTHING_TO_REPLACE
    }

    private final Why why;

    CalibrationRefused(Why why) {
        super("calibration refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public String words(Texts texts) {
        return texts.get("calibration.refused." + why);
    }
}
