package org.moderationdesk.referrals;

/** How far a referral has come, whatever its kind. Nothing looks sent that is not. */
public enum Standing {
    AWAITING_SECOND,
    /** It can still be undone; it is to go out afterwards. */
    NOT_YET,
    /** Nothing was made of it: somebody has to. */
    TO_DO,
    DRAFT,
    /** Checked and kept, and not sent: sending is off. */
    KEPT,
    /** It goes on by itself. */
    UNDER_WAY,
    /** It does not go on until a person has seen to it. */
    HALTED,
    /** It arrived in a test system, which discards it: whom it is for has nothing. */
    TESTED,
    /** What was made of it was taken back before it arrived. */
    TAKEN_BACK,
    /** It arrived. */
    SENT,
    REVERSED,
    LAPSED;

    /** Whether somebody still has to see to it. */
    public boolean isOpen() {
        return switch (this) {
            case AWAITING_SECOND, NOT_YET, TO_DO, DRAFT, KEPT, UNDER_WAY, HALTED, TESTED, TAKEN_BACK -> true;
            case SENT, REVERSED, LAPSED -> false;
        };
    }
}
