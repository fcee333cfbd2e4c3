package org.moderationdesk.db;

/** The store did not answer, or refused; nothing of the transaction has been kept. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
