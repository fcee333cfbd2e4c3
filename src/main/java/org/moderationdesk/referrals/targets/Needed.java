package org.moderationdesk.referrals.targets;

/** What something sent to, or answered to, somebody outside contains at least. */
public enum Needed {
    WHO,
    WHAT,
    WHERE,
    WHEN_WITH_ZONE,
    HOW_KNOWN,
    WHY_SUSPECTED,
    IDENTIFICATION,
    CONTENT_BY_HASH,
    INCIDENT_TYPE,
    LOCATOR,
    ORDER_REFERENCE,
    ACTION_AND_TIME,
    HELP_LINE
}
