package org.moderationdesk.referrals.targets;

/** Who turns to whom. */
public enum Direction {
    /** The desk turns to them. */
    OUT,
    /** They turn to the desk. */
    IN
}
