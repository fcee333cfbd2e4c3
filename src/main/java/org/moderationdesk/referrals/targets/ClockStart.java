package org.moderationdesk.referrals.targets;

/** What a deadline counts from. */
public enum ClockStart {
    /** The moment the desk became aware: the decision. */
    AWARENESS,
    /** The moment an order or request came in. */
    RECEIPT,
    NONE
}
