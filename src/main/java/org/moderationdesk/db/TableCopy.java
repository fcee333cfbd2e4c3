package org.moderationdesk.db;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.StoreShape.Column;
import org.moderationdesk.db.StoreShape.Table;

/**
 * Copies every row of every table of one store into another of the same shape, whatever the tables are, and then reads
 * them there again: what arrived is what was sent. Memory does not grow with the store.
 */
final class TableCopy {
    private static final int BATCH = 1_000;
    private static final BigInteger WRAPS = BigInteger.ONE.shiftLeft(256);

    private final Connection from;
    private final Connection to;
    private final Set<String> leftBehind;
    private final Progress progress;
    private long done;
    private long total;

    /**
     * @param from a transaction that sees one state throughout
     * @param to a transaction; it is committed by who made it
     * @param leftBehind tables whose rows stay where they are, in small letters
     */
    TableCopy(Connection from, Connection to, Set<String> leftBehind, Progress progress) {
        this.from = from;
        this.to = to;
        this.leftBehind = Set.copyOf(leftBehind);
        this.progress = progress;
    }

    /** Copies; answers with how many rows. What the target held is gone. */
    long run() throws SQLException, StoreRefused {
        StoreShape source = StoreShape.of(from);
        StoreShape target = StoreShape.of(to);
        Set<String> other = source.differsFrom(target);
        if (!other.isEmpty()) {
            throw new StoreRefused(new StoreRefused.OtherShape(String.join(", ", other)));
        }
        List<String> names = new ArrayList<>(target.tables().keySet());
        Collections.reverse(names);
        for (String name : names) {
            execute("delete from " + target.table(name).quoted());
        }
        List<String> copied = target.tables().keySet().stream()
                .filter(name -> !leftBehind.contains(name))
                .toList();
        for (String name : copied) {
            total += count(source.table(name));
        }
        for (String name : copied) {
            Table here = source.table(name);
            Table there = target.table(name);
            Sum sent = copy(here, there);
            Sum arrived = sum(there, here);
            if (!sent.equals(arrived)) {
                throw new StoreRefused(new StoreRefused.CopyDiffers(name));
            }
            renumber(there);
        }
        for (String sequence : source.sequences()) {
            goOn(sequence);
        }
        return done;
    }

    private Sum copy(Table here, Table there) throws SQLException {
        List<Column> columns = List.copyOf(here.columns().values());
        String insert = "insert into " + there.quoted() + " ("
                + there.columns().values().stream().map(Column::quoted).collect(Collectors.joining(", "))
                + ") values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        var sum = new Sum();
        try (Statement reading = reading(from);
                ResultSet rows = reading.executeQuery(select(here));
                PreparedStatement writing = to.prepareStatement(insert)) {
            int waiting = 0;
            while (rows.next()) {
                sum.add(row(rows, columns, writing));
                writing.addBatch();
                done++;
                if (++waiting == BATCH) {
                    writing.executeBatch();
                    waiting = 0;
                    progress.pass(done, total);
                }
            }
            if (waiting > 0) {
                writing.executeBatch();
            }
            progress.pass(done, total);
        }
        return sum;
    }

    /** What lies there now; types are those of the source, so that both are read alike. */
    private Sum sum(Table there, Table here) throws SQLException {
        var sum = new Sum();
        List<Column> columns = List.copyOf(here.columns().values());
        try (Statement reading = reading(to);
                ResultSet rows = reading.executeQuery(select(there))) {
            while (rows.next()) {
                sum.add(row(rows, columns, null));
            }
        }
        return sum;
    }

    /** The digest of a row, which is written on the way where there is a place to write it to. */
    private static byte[] row(ResultSet rows, List<Column> columns, @Nullable PreparedStatement writing)
            throws SQLException {
        MessageDigest sha = Sha256.digest();
        for (int i = 1; i <= columns.size(); i++) {
            Object value = value(rows, i, columns.get(i - 1));
            boolean none = rows.wasNull();
            if (writing != null) {
                if (none) {
                    writing.setNull(i, columns.get(i - 1).type());
                } else {
                    writing.setObject(i, value);
                }
            }
            byte[] told = none
                    ? new byte[0]
                    : value instanceof byte[] bytes
                            ? bytes
                            : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            sha.update((none ? "-" : told.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha.update(told);
        }
        return sha.digest();
    }

    private static @Nullable Object value(ResultSet rows, int i, Column column) throws SQLException {
        return switch (column.type()) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> rows.getString(i);
            case Types.SMALLINT, Types.INTEGER -> rows.getInt(i);
            case Types.BIGINT -> rows.getLong(i);
            case Types.BOOLEAN, Types.BIT -> rows.getBoolean(i);
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> rows.getDouble(i);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> rows.getBytes(i);
            default -> throw new IllegalStateException("no way to copy column " + column.name());
        };
    }

    private static String select(Table table) {
        return "select " + table.columns().values().stream().map(Column::quoted).collect(Collectors.joining(", "))
                + " from " + table.quoted();
    }

    private static Statement reading(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(BATCH);
        return statement;
    }

    private long count(Table table) throws SQLException {
        return number(from, "select count(*) from " + table.quoted());
    }

    /** Numbers that the database gives go on behind the last one. */
    private void renumber(Table there) throws SQLException {
        for (Column column : there.columns().values()) {
            if (column.numbered()) {
                long next = 1 + number(to, "select coalesce(max(" + column.quoted() + "), 0) from " + there.quoted());
                execute("alter table " + there.quoted() + " alter column " + column.quoted() + " restart with " + next);
            }
        }
    }

    private void goOn(String sequence) throws SQLException {
        execute("alter sequence " + sequence + " restart with "
                + number(from, Dialect.Kind.of(from).nextOf(sequence)));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new IllegalStateException("no number: " + sql);
            }
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = to.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many rows, and the sum of their digests: in whatever order they come, as databases sort differently. */
    private static final class Sum {
        private long rows;
        private BigInteger digests = BigInteger.ZERO;

        void add(byte[] digest) {
            rows++;
            digests = digests.add(new BigInteger(1, digest)).mod(WRAPS);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sum sum && sum.rows == rows && sum.digests.equals(digests);
        }

        @Override
        public int hashCode() {
            return digests.hashCode();
        }
    }
}
