package org.moderationdesk.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Says of a server's database that it was filled from another store and has not been looked through since. */
final class UnfinishedMark {
    private static final String WORDS = "moderation-desk: a copy that is not finished";
    private static final String SET =
            "do $$ begin execute format('comment on database %%I is %%L'," + " current_database(), %s); end $$";

    private UnfinishedMark() {}

    static boolean isOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(shobj_description(oid, 'pg_database'), '') = '"
                        + WORDS + "' from pg_database where datname = current_database()")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** In the open transaction. */
    static void put(Connection connection) throws SQLException {
        set(connection, "'" + WORDS + "'");
    }

    static void take(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            set(connection, "null");
        }
    }

    private static void set(Connection connection, String words) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SET.formatted(words));
        }
    }
}
