package org.moderationdesk.retention;

/** Why something is not erased, the strongest reason first. */
public enum HoldKind {
    /** A court or an authority asks for it; placed by hand. */
    LEGAL,
    /** It has to be preserved for a time, as a request to preserve says; placed by hand. */
    PRESERVATION,
    /** An authority asks for something about it, or asked to keep it until a day that has not come. */
    ORDER,
    /** An appeal is open. */
    APPEAL,
    /** It is being referred, or went out less than a year ago (18 USC 2258A(h)). */
    REFERRAL,
    /** A decision waits for a second person. */
    AWAITING_SECOND,
    /** Its case is open. */
    OPEN_CASE;

    /** Whether a person can place one. */
    public boolean isByHand() {
        return this == LEGAL || this == PRESERVATION || this == APPEAL;
    }
}
