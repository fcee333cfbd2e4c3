package org.moderationdesk.referrals.targets;

/** Whether the law asks for it. */
public enum Duty {
    MANDATORY,
    /** Where its conditions are met, which the trigger names. */
    CONDITIONAL,
    VOLUNTARY
}
