package org.moderationdesk.audit;

/** What the list can show of a decision, and be ordered by. */
public enum LogColumn {
    ENTRY,
    TIME,
    ITEM,
    SECTION,
    OUTCOME,
    ACCOUNT,
    REVIEWER,
    TOOK,
    STATE,
    GROUND,
    QUEUE,
    KIND,
    LANGUAGE,
    REGION,
    SEVERITY,
    CONFIDENCE,
    DUE,
    REFERRAL,
    /** The state in quality review; only for who resolves differences. */
    QUALITY
}
