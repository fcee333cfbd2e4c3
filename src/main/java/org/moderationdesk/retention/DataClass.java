package org.moderationdesk.retention;

/**
 * What is kept for a time of its own, in the order in which it goes. Entries of the log stay, all of them.
 *
 * <p>No period may be shorter than {@link #FLOOR_DAYS}: for six months a decision can be complained about (Digital
 * Services Act, article 20), and what was removed as terrorist content is preserved (regulation 2021/784, article 6).
 */
public enum DataClass {
    /** Who looked at what, in which form, for how long, and why where it was sealed. */
    LOOKS,
    /** What people here wrote: rationales, notes, reasons. */
    TEXTS,
    /** Who reported, and what they wrote. */
    REPORTS,
    /** What an item says in every version, and its files. */
    CONTENT,
    /** Names and all other facts of an account but its id. */
    ACCOUNTS,
    /**
     * What was written and sent for referrals and orders, and what came for it: reports, answers, dossiers, documents. That
     * it went out, when, to whom and by which SHA-256 stays.
     */
    PAPERS;

    public static final int FLOOR_DAYS = 184;
    public static final int MOST_DAYS = 3_660;
}
