package org.moderationdesk.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.db.Store;

/**
 * Writes the rows that an import wrote into a store with the same tables and indexes, by JDBC batches and as many
 * transactions: what an import can never be faster than. Only the writing is timed.
 */
final class RowCopy {
    private static final List<String> TABLES =
            List.of("account", "item", "item_version", "item_media", "report", "open_case", "event");
    private static final int ENTRIES_AN_ACT = 5_000;

    private final Store from;
    private final Store to;
    private long rows;
    private long cpuNanos;

    RowCopy(Store from, Store to) {
        this.from = from;
        this.to = to;
    }

    long rows() {
        return rows;
    }

    /** Of the writing thread, once {@link #seconds} is done. */
    double cpuSeconds() {
        return cpuNanos / 1e9;
    }

    /** Copies everything; how long the writing took. */
    double seconds() {
        long last = from.read(handle -> handle.createQuery("select max(seq) from event")
                .mapTo(Long.class)
                .one());
        long nanos = 0;
        for (long low = 0; low < last; low += ENTRIES_AN_ACT) {
            Map<String, List<Object[]>> read = read(low, low + ENTRIES_AN_ACT);
            long start = System.nanoTime();
            long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Object unused = to.write(handle -> {
                read.forEach((table, content) -> insert(handle.getConnection(), table, content));
                return true;
            });
            nanos += System.nanoTime() - start;
            cpuNanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart;
        }
        return nanos / 1e9;
    }

    private Map<String, List<Object[]>> read(long low, long high) {
        return from.read(handle -> {
            Map<String, List<Object[]>> read = new LinkedHashMap<>();
            for (String table : TABLES) {
                String seq = table.equals("event") ? "seq" : "event_seq";
                String sql = "select * from " + table + " where " + seq + " > ? and " + seq + " <= ?";
                try (PreparedStatement query = handle.getConnection().prepareStatement(sql)) {
                    query.setLong(1, low);
                    query.setLong(2, high);
                    read.put(table, rows(query.executeQuery()));
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
                rows += read.get(table).size();
            }
            return read;
        });
    }

    private static List<Object[]> rows(ResultSet result) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            Object[] row = new Object[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = result.getObject(i + 1);
            }
            rows.add(row);
        }
        return rows;
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(",", Collections.nCopies(rows.getFirst().length, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
