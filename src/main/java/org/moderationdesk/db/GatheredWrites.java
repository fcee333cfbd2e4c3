package org.moderationdesk.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes of one transaction that go to the store together, in their order: to a shared store in one way there and back,
 * since whoever waits for the server's answer has everybody else wait too. Lives inside its transaction.
 */
public final class GatheredWrites {
    /** What a server parses as one, and what a connection remembers of it, has its bounds. */
    private static final int MOST_AT_ONCE = 40;

    private final Handle handle;
    private final List<Write> waiting = new ArrayList<>();

    public GatheredWrites(Handle handle) {
        this.handle = handle;
    }

    /** Adds one that has to change exactly one row. */
    public void one(String sql, @Nullable Object... values) {
        waiting.add(new Write(sql, values, true));
    }

    /** Adds one that changes as many rows as there are; {@code String[]} and {@code Long[]} are arrays of the database's. */
    public void any(String sql, @Nullable Object... values) {
        waiting.add(new Write(sql, values, false));
    }

    /**
     * Sends what has been added since.
     *
     * @throws IllegalStateException when one that had to change a row did not; the transaction is to be given up
     */
    public void send() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Write> writes = List.copyOf(waiting);
        waiting.clear();
        try {
            int most = Dialect.of(handle).takesSeveral() ? MOST_AT_ONCE : 1;
            for (int from = 0; from < writes.size(); from += most) {
                send(writes.subList(from, Math.min(writes.size(), from + most)));
            }
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        }
    }

    private void send(List<Write> writes) throws SQLException {
        String sql = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement together = handle.getConnection().prepareStatement(sql)) {
            int place = 1;
            for (Write write : writes) {
                for (Object value : write.values) {
                    together.setObject(
                            place++,
                            value instanceof Object[] several
                                    ? handle.getConnection()
                                            .createArrayOf(value instanceof String[] ? "varchar" : "bigint", several)
                                    : value);
                }
            }
            together.execute();
            for (Write write : writes) {
                if (write.one && together.getUpdateCount() != 1) {
                    throw new IllegalStateException("a row changed under an open act");
                }
                together.getMoreResults();
            }
        }
    }

    private record Write(String sql, @Nullable Object[] values, boolean one) {}
}
