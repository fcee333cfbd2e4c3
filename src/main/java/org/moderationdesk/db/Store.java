package org.moderationdesk.db;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * The desk's store. Any thread but the JavaFX one may call it. Every method throws {@link StoreException} when the
 * store does not answer.
 */
public interface Store extends AutoCloseable {
    /**
     * Reads, without changing anything: what the work writes all the same is rolled back. A read within a read on the
     * same thread is part of it.
     */
    <T> T read(Work<T> work);

    /**
     * Reads at length: all the queries of the work see the store as it was at the first of them, and large results
     * come row by row instead of being gathered first. One result at a time is open on the handle.
     */
    <T> T snapshot(Work<T> work);

    /** Runs the work in one transaction and returns once it is on disk; when the work throws, nothing has changed. */
    <T> T write(Work<T> work);

    /**
     * Runs the work in one transaction that may be lost by a crash within the next second: lease heartbeats and
     * drafts, nothing that a person was told is recorded.
     */
    <T> T writeSoon(Work<T> work);

    /**
     * Tells of what anybody has recorded, here or at another desk, soon after: often once for several acts, and now and
     * then for none.
     *
     * @param changed run on a thread of the store's, which it must not keep; it may ask nothing of the store itself
     * @return ends the telling
     */
    default News watch(Runnable changed) {
        return () -> {};
    }

    /** Ends when it is closed. */
    @FunctionalInterface
    interface News extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    void close();

    /** What is done with the open handle; the transaction is the store's. */
    @FunctionalInterface
    interface Work<T> {
        T with(Handle handle) throws SQLException;
    }
}
