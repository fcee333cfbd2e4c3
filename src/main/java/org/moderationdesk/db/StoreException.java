package org.moderationdesk.db;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.moderationdesk.base.Texts;

/**
 * The store did not answer, or refused. Of the transaction either nothing has been kept, or all of it where the failure
 * came after its commit: it was never confirmed.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean full;

    public StoreException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StoreException(String message, Throwable cause, boolean full) {
        super(message, cause);
        this.full = full;
    }

    /** Without the words of the failure: H2 quotes the values of the statement, which are content under review. */
    public static StoreException wordless(Throwable failed) {
        boolean full = isOfAFullDisk(failed);
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var bare = new SQLException("H2 error " + sql.getErrorCode(), sql.getSQLState(), sql.getErrorCode());
                bare.setStackTrace(sql.getStackTrace());
                return new StoreException("the store did not answer: error " + sql.getErrorCode(), bare, full);
            }
        }
        var bare = new IllegalStateException(failed.getClass().getName());
        bare.setStackTrace(failed.getStackTrace());
        return new StoreException("the store did not answer", bare, full);
    }

    /** Whether the disk has no room left. */
    public boolean isFull() {
        return full;
    }

    /** One clear sentence for a person. */
    public String words(Texts texts) {
        return texts.get(full ? "store.failed.full" : "store.failed.silent");
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
