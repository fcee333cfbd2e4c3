package org.moderationdesk.db;

import java.sql.SQLException;

/** The store did not answer, or refused; nothing of the transaction has been kept. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without the words of the failure: H2 quotes the values of the statement, which are content under review. */
    public static StoreException wordless(SQLException failed) {
        var bare = new SQLException("H2 error " + failed.getErrorCode(), failed.getSQLState(), failed.getErrorCode());
        bare.setStackTrace(failed.getStackTrace());
        return new StoreException("the store did not answer: error " + failed.getErrorCode(), bare);
    }
}
