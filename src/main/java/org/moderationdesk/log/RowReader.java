package org.moderationdesk.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.moderationdesk.base.Sha256;

/** Reads one table's rows by the entries that they name, and digests each. */
final class RowReader implements AutoCloseable {
    private static final int FIRST_COLUMN = 3;

    private final String table;
    private final int columns;
    private final PreparedStatement within;
    private final PreparedStatement outside;
    private final MessageDigest sha = Sha256.digest();

    private RowReader(Connection connection, String table, String key, String columns, int count) throws SQLException {
        this.table = table;
        this.columns = count;
        this.within = connection.prepareStatement("select event_seq, " + key + ", " + columns + " from " + table
                + " where event_seq >= ? and event_seq < ? order by event_seq");
        this.outside = connection.prepareStatement("select event_seq, " + key + " from " + table
                + " where event_seq < 1 or event_seq > ? order by event_seq fetch first 1 rows only");
    }

    static RowReader of(Connection connection, ProjectedTable table) throws SQLException {
        return new RowReader(
                connection,
                table.name(),
                table.key(),
                String.join(", ", table.columns()),
                table.columns().size());
    }

    /** Its digest is the salted hash that the entries hold. */
    static RowReader ofPersonalTexts(Connection connection) throws SQLException {
        return new RowReader(connection, PersonalTexts.TABLE, "id", "salt, words", 0);
    }

    void read(long from, RowWindow window) throws SQLException {
        within.setLong(1, from);
        within.setLong(2, window.until());
        try (ResultSet row = within.executeQuery()) {
            while (row.next()) {
                byte[] digest = digest(row).getBytes(StandardCharsets.US_ASCII);
                window.add(row.getLong(1), new CurrentRow(table, row.getString(2), digest));
            }
        }
    }

    /** Where a row names an entry that the log does not have: the entry and the row's key. */
    Optional<Finding> stray(long last) throws SQLException {
        outside.setLong(1, last);
        try (ResultSet row = outside.executeQuery()) {
            return row.next()
                    ? Optional.of(Finding.of(row.getLong(1), "strayRow", table, row.getString(2)))
                    : Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        within.close();
        outside.close();
    }

    private String digest(ResultSet row) throws SQLException {
        if (columns == 0) {
            return PersonalTexts.saltedHash(row.getString(FIRST_COLUMN), row.getString(FIRST_COLUMN + 1));
        }
        for (int i = 0; i < columns; i++) {
            ProjectedTable.update(sha, row.getObject(FIRST_COLUMN + i));
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
