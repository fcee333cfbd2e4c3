package org.moderationdesk.db;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Prepares a team's store on a PostgreSQL server, lets people in, and opens it. What a person may do there is kept by
 * the server: see {@code resources/db/postgres}. Not for the JavaFX thread.
 */
public final class SharedStoreDoor {
    private static final List<String> RIGHTS =
            List.of("/db/postgres/rights.sql", "/db/postgres/erasure.sql", "/db/postgres/practice.sql");
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NO_RIGHT = "42501";
    private static final List<String> ROLES = List.of("owner", "reviewer", "lead", "intake", "cleared", "admin");
    private static final String MAINTENANCE = "postgres";

    private final PostgresPlace place;
    private final List<String> scripts;

    public SharedStoreDoor(PostgresPlace place) {
        this(place, List.of(Migration.SCRIPTS));
    }

    SharedStoreDoor(PostgresPlace place, List<String> scripts) {
        this.place = place;
        this.scripts = List.copyOf(scripts);
    }

    /**
     * Makes the database where it is not there, its tables, roles and rules. Run again, it brings them to this desk's
     * version and changes nothing else.
     *
     * @param login an administrator of the server, who may make databases and roles
     */
    public void prepare(String login, String password) throws StoreRefused {
        try {
            makeDatabase(login, password);
            try (Connection admin = place.source(login, password).getConnection()) {
                refuseOtherOrder(admin);
                for (String role : ROLES) {
                    makeRole(admin, role);
                }
                execute(admin, "grant " + role("owner") + " to " + quoted(login));
                for (String right : List.of("lead", "intake", "admin")) {
                    execute(admin, "grant " + role("reviewer") + " to " + role(right));
                }
                // People are let in and out by functions that belong to the owner.
                execute(admin, "alter role " + role("owner") + " createrole");
                for (String right : ROLES.subList(1, ROLES.size())) {
                    execute(admin, "grant " + role(right) + " to " + role("owner") + " with admin option");
                }
                execute(admin, "alter database " + quoted(place.database()) + " owner to " + role("owner"));
                execute(admin, "revoke all on database " + quoted(place.database()) + " from public");
                execute(admin, "grant connect on database " + quoted(place.database()) + " to " + role("reviewer"));
            }
            PGSimpleDataSource owner = place.source(login, password);
            owner.setOptions(owner.getOptions() + " -c role=" + place.database() + "_owner");
            bringUp(owner);
            try (Connection connection = owner.getConnection()) {
                for (String script : RIGHTS) {
                    execute(connection, rights(script));
                }
            }
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    /** Opens the store as this person. */
    public PostgresStore open(String login, String password) throws StoreRefused {
        return open(login, password, PostgresStore.CONNECTIONS);
    }

    /** The same, with so many connections at most, two at the least: a server has them for all its people together. */
    public PostgresStore open(String login, String password, int connections) throws StoreRefused {
        // The driver says of no password what it says of a server without TLS.
        if (password.isEmpty()) {
            throw new StoreRefused(new StoreRefused.WrongLogin(place.url()));
        }
        PGSimpleDataSource source = place.source(login, password);
        if (isUnfinished(source)) {
            throw new StoreRefused(new StoreRefused.Unfinished(place.url()));
        }
        try {
            return new PostgresStore(source, new ServerLogin(place, source), connections);
        } catch (PoolInitializationException failed) {
            throw refused(failed);
        }
    }

    /** The way in with the rights of the store's owner, for who may have them; its rules hold nobody who comes so. */
    PGSimpleDataSource owner(String login, String password) throws StoreRefused {
        PGSimpleDataSource owner = place.source(login, password);
        boolean unused = isUnfinished(owner);
        owner.setOptions(owner.getOptions() + " -c role=" + place.database() + "_owner");
        try (Connection connection = owner.getConnection()) {
            connection.isValid(1);
            return owner;
        } catch (SQLException failed) {
            if (NO_RIGHT.equals(failed.getSQLState())) {
                throw new StoreRefused(new StoreRefused.NotTheOwner(place.url()));
            }
            throw refused(failed);
        }
    }

    /** Whether it is a copy that has not been looked through; refuses what is no store of this desk's version. */
    private boolean isUnfinished(PGSimpleDataSource source) throws StoreRefused {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('public.log_head') is not null")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new StoreRefused(new StoreRefused.NotPrepared(place.url()));
            }
            var standing = new Migration(source, scripts).standing();
            if (standing.newer() != null) {
                throw new StoreRefused(new StoreRefused.Newer(standing.newer()));
            }
            if (standing.isPending()) {
                throw new StoreRefused(new StoreRefused.NotPrepared(place.url()));
            }
            return UnfinishedMark.isOn(connection);
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    private void bringUp(PGSimpleDataSource owner) throws StoreRefused {
        try {
            new Migration(owner, scripts).run();
        } catch (StoreRefused refused) {
            throw refused.reason() instanceof StoreRefused.NotBroughtUp failed
                    ? new StoreRefused(new StoreRefused.NotBroughtUp(failed.step(), place.url()), refused)
                    : refused;
        }
    }

    private void makeDatabase(String login, String password) throws SQLException {
        try (Connection there = place.source(login, password).getConnection()) {
            there.isValid(1);
        } catch (SQLException failed) {
            if (!NO_SUCH_DATABASE.equals(failed.getSQLState())) {
                throw failed;
            }
            try (Connection server =
                    place.database(MAINTENANCE).source(login, password).getConnection()) {
                execute(
                        server,
                        "create database " + quoted(place.database())
                                + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
            }
        }
    }

    /** Names are looked for by how they begin, in the order of their code points. */
    private void refuseOtherOrder(Connection admin) throws SQLException, StoreRefused {
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("select datcollate in ('C', 'POSIX', 'C.UTF-8', 'C.utf8')"
                        + " and pg_encoding_to_char(encoding) = 'UTF8' from pg_database"
                        + " where datname = current_database()")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new StoreRefused(new StoreRefused.OtherOrder(place.database()));
            }
        }
    }

    private void makeRole(Connection admin, String kind) throws SQLException {
        try (PreparedStatement there = admin.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            there.setString(1, place.database() + "_" + kind);
            try (ResultSet row = there.executeQuery()) {
                if (!row.next()) {
                    execute(admin, "create role " + role(kind) + " nologin");
                }
            }
        }
    }

    private String rights(String script) {
        String sql;
        try (InputStream in = SharedStoreDoor.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("the rights of a shared store are missing from this desk");
            }
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        for (String kind : ROLES) {
            // In text they are names, elsewhere identifiers.
            sql = sql.replace("'${" + kind + "}'", "'" + place.database() + "_" + kind + "'")
                    .replace("${" + kind + "}", role(kind));
        }
        return sql;
    }

    private String role(String kind) {
        return quoted(place.database() + "_" + kind);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private StoreRefused refused(Exception failed) {
        return new StoreRefused(ServerRefusal.of(failed, place));
    }
}
