package org.moderationdesk.practice;

/** A part of an answer that can count. */
public enum Field {
    OUTCOME,
    /** Which clauses are answered yes. */
    CLAUSES,
    /** The ground of the exception, or the carve-out. */
    EXCEPTION,
    REFERRALS,
    /** How far the marks lie over those of the key. */
    EVIDENCE,
    /** What happens to the account. */
    ACCOUNT
}
