package org.moderationdesk.log;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One act of one person: a single transaction, the rows it writes and the entries that tell of them. An act lives on
 * the thread and inside the call that it was given to.
 */
public interface Act {
    /** The open transaction, with all that the act has written so far. */
    Handle handle();

    /** Writes exactly one row, together with what else the act writes: at its end, or before its handle is next used. */
    void writeOne(String sql, @Nullable Object... values);

    /** The same, of any number of rows. */
    void write(String sql, @Nullable Object... values);

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
