package org.moderationdesk.log;

/** What an entry of the log tells. */
public enum EventKind {
    STORE_CREATED,
    ACCOUNT_SEEN,
    VERSION_ADDED,
    CASE_OPENED,
    REPORT_ADDED,
    CLAIMED,
    LEASE_ENDED,
    RELEASED,
    SKIPPED,
    HANDED_OVER,
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
