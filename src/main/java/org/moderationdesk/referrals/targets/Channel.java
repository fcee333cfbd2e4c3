package org.moderationdesk.referrals.targets;

/** By which way. */
public enum Channel {
    API,
    FORM,
    MAIL,
    PHONE
}
