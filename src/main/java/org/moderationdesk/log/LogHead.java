package org.moderationdesk.log;

/** The last entry of the log: its number, 0 before the first, and its hash. */
record LogHead(long seq, String hash) {
    static final LogHead BEFORE_THE_FIRST = new LogHead(0, "0".repeat(64));
}
