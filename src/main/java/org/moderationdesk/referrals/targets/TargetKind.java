package org.moderationdesk.referrals.targets;

/** What somebody outside is. */
public enum TargetKind {
    AUTHORITY,
    HOTLINE,
    /** Helps the person concerned; not an authority, and nothing is reported to it. */
    SUPPORT,
    REGULATOR
}
