package org.moderationdesk.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes what a class of tests made on the shared server away after it, databases and logins: the next one may call its
 * own by the same names. What {@link TestStore} lends stays.
 */
final class ServerLeftEmpty implements AfterAllCallback {
    private static final String DATABASES = """
        select datname from pg_database
         where not datistemplate and datname not in ('postgres', 'migrated') and datname not like 'test\\_%'
        """;
    private static final String LOGINS = "select rolname from pg_roles where rolcanlogin and rolname <> 'postgres'";

    @Override
    public void afterAll(ExtensionContext context) {
        if (PostgresServer.isShared()) {
            empty(PostgresServer.shared());
        }
    }

    static void empty(PostgresServer server) {
        try (Connection connection =
                        server.connect(PostgresServer.ADMIN, PostgresServer.ADMIN, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String database : names(statement, DATABASES)) {
                statement.execute("drop database \"" + database + "\" with (force)");
            }
            // Whoever let others in is named in what those may do, and goes after them.
            List<String> logins = names(statement, LOGINS);
            int before;
            do {
                before = logins.size();
                logins.removeIf(login -> dropped(statement, login));
            } while (!logins.isEmpty() && logins.size() < before);
            if (!logins.isEmpty()) {
                throw new IllegalStateException("logins stay on the server: " + logins);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean dropped(Statement statement, String login) {
        try {
            statement.execute("drop owned by \"" + login + "\" cascade");
            statement.execute("drop role \"" + login + "\"");
            return true;
        } catch (SQLException named) {
            return false;
        }
    }

    private static List<String> names(Statement statement, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
