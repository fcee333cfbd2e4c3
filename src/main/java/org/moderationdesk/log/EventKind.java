package org.moderationdesk.log;

/** What an entry of the log tells. */
public enum EventKind {
    STORE_CREATED,
    ACCOUNT_SEEN,
    VERSION_ADDED,
    CASE_OPENED,
    CASE_CHANGED,
    CASE_CLOSED,
    CASE_REOPENED,
    REPORT_ADDED,
    CLAIMED,
    LEASE_ENDED,
    RELEASED,
    SKIPPED,
    HANDED_OVER,
    ESCALATED,
    LOOKED,
    DECIDED,
    UNDONE,
    WITHDRAWN,
    APPROVED,
    REFUSED,
    MEASURE_CHANGED,
    REFERRAL_CHANGED,
    SHOWN,
    EXPORTED,
    BACKED_UP,
    RESTORED,
    SETTING_CHANGED,
    ERASED
}
