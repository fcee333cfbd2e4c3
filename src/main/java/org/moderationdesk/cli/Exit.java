package org.moderationdesk.cli;

/** Exit statuses (command-line contract). */
final class Exit {
    static final int DONE = 0;
    /** Done, and the answer is no. */
    static final int NO = 1;
    /** Used wrongly, or unreadable input. */
    static final int WRONG_USE = 2;
    /** The store cannot be opened. */
    static final int STORE_CLOSED = 3;
    /** The desk itself failed, as nobody foresaw: no answer at all (EX_SOFTWARE of sysexits). */
    static final int FAILED = 70;

    private Exit() {}
}
