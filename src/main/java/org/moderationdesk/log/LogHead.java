package org.moderationdesk.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.StoreException;

/** The last entry of the log: its number, 0 before the first, and its hash. */
record LogHead(long seq, String hash) {
    static final LogHead BEFORE_THE_FIRST = new LogHead(0, "0".repeat(64));

    private static final String SELECT = "select seq, hash from log_head where id = 1";

    static LogHead read(Handle handle) {
        return handle.createQuery(SELECT)
                .map((row, _) -> new LogHead(row.getLong("seq"), row.getString("hash")))
                .one();
    }

    /** Holds it, so that no other act goes on before this transaction ends. */
    static LogHead hold(Handle handle) {
        // Plain JDBC: on a shared store these are two statements in one, and the last of them answers.
        try (PreparedStatement statement =
                handle.getConnection().prepareStatement(Dialect.of(handle).inTurn(SELECT))) {
            boolean answered = statement.execute();
            @Nullable LogHead head = null;
            while (answered) {
                try (ResultSet row = statement.getResultSet()) {
                    head = row.next() && row.getMetaData().getColumnCount() == 2
                            ? new LogHead(row.getLong(1), row.getString(2))
                            : null;
                }
                answered = statement.getMoreResults();
            }
            if (head == null) {
                throw new IllegalStateException("the log has no head");
            }
            return head;
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        }
    }
}
