package org.moderationdesk.db;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import org.moderationdesk.base.Texts;

/**
 * The store did not answer, or refused. Of the transaction either nothing has been kept, or all of it where the failure
 * came after its commit: it was never confirmed.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Connection failures; and the server's own words for shutting down, for having waited too long, and for a turn that
     * did not come in time.
     */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "25P03", "55P03");

    /** What the pool says, without a state, of a connection that it has given up. */
    private static final String CLOSED_BY_POOL = "Connection is closed";

    private final boolean full;
    private final boolean lost;

    public StoreException(String message, Throwable cause) {
        this(message, cause, false, false);
    }

    private StoreException(String message, Throwable cause, boolean full, boolean lost) {
        super(message, cause);
        this.full = full;
        this.lost = lost;
    }

    /** Without the words of the failure: databases quote the values of the statement, which are content under review. */
    public static StoreException wordless(Throwable failed) {
        boolean full = isOfAFullDisk(failed);
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var bare = new SQLException(
                        "database error " + sql.getErrorCode() + " " + sql.getSQLState(),
                        sql.getSQLState(),
                        sql.getErrorCode());
                bare.setStackTrace(sql.getStackTrace());
                return new StoreException(
                        "the store did not answer: error " + sql.getErrorCode() + " " + sql.getSQLState(),
                        bare,
                        full,
                        isOfALostStore(sql));
            }
        }
        var bare = new IllegalStateException(failed.getClass().getName());
        bare.setStackTrace(failed.getStackTrace());
        return new StoreException("the store did not answer", bare, full, false);
    }

    /** Whether the disk has no room left. */
    public boolean isFull() {
        return full;
    }

    /** Whether the way to a shared store was lost: the same can be asked again, once it is there again. */
    public boolean isLost() {
        return lost;
    }

    /** One clear sentence for a person. */
    public String words(Texts texts) {
        return texts.get(full ? "store.failed.full" : lost ? "store.failed.lost" : "store.failed.silent");
    }

    private static boolean isOfALostStore(SQLException failed) {
        String state = failed.getSQLState();
        return failed instanceof SQLTransientConnectionException
                || failed instanceof SQLNonTransientConnectionException
                || CLOSED_BY_POOL.equals(failed.getMessage())
                || state != null && (state.startsWith("08") || LOST.contains(state));
    }

    private static boolean isOfAFullDisk(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String words = cause.getMessage();
            if (cause instanceof IOException
                    && words != null
                    && words.toLowerCase(Locale.ROOT).matches("(?s).*(no space left|not enough space).*")) {
                return true;
            }
        }
        return false;
    }
}
