package org.moderationdesk.log;

import org.jdbi.v3.core.Handle;

/** The last entry of the log: its number, 0 before the first, and its hash. */
record LogHead(long seq, String hash) {
    static final LogHead BEFORE_THE_FIRST = new LogHead(0, "0".repeat(64));

    private static final String SELECT = "select seq, hash from log_head where id = 1";

    static LogHead read(Handle handle) {
        return read(handle, SELECT);
    }

    /** Holds it, so that no other act goes on before this transaction ends. */
    static LogHead hold(Handle handle) {
        return read(handle, SELECT + " for update");
    }

    private static LogHead read(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map((row, context) -> new LogHead(row.getLong("seq"), row.getString("hash")))
                .one();
    }
}
