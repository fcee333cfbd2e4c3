package org.moderationdesk.referrals.targets;

/** Whether the person concerned may be told. */
public enum UserNotice {
    ALLOWED,
    /** Not yet: somebody decides when. */
    DELAYED,
    PROHIBITED
}
