package org.moderationdesk.log;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * One act of one person: a single transaction, the rows it writes and the entries that tell of them. An act lives on
 * the thread and inside the call that it was given to.
 */
public interface Act {
    /** The open transaction. */
    Handle handle();

    /** Who acts. */
    String by();

    /** When, the same for the whole act. */
    Instant at();

    /** The number that the next appended entry will have: what its rows carry as event_seq. */
    long next();

    /** Appends the entry and returns its number. */
    long append(Entry entry);

    /**
     * Keeps personal free text beside the log, where it can be erased: returns its id. The next appended entry holds
     * its salted hash.
     */
    String keep(String personalText);
}
