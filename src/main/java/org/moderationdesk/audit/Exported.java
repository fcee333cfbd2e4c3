package org.moderationdesk.audit;

/** What an export is of. The names are those of the command line, in capitals. */
public enum Exported {
    /** Items with their reports, in the desk format. */
    CASES,
    /** Decisions whole, with their texts. */
    DECISIONS,
    /** Entries of the log with their hashes. */
    EVENTS,
    /** What is done to items and accounts, once its undo window is over. */
    MEASURES
}
