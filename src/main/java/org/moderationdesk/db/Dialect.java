package org.moderationdesk.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/** Where the two databases understand no common SQL. Everything else is written once, in words that both know. */
public final class Dialect implements JdbiConfig<Dialect> {
    /** Names the line in which acts on a shared store stand; any number that nothing else of its database uses. */
    private static final long LINE = 7_301;

    private Kind kind = Kind.H2;

    /** For Jdbi, which makes one a store and copies it to each handle. */
    public Dialect() {}

    enum Kind {
        H2("db/migration-h2"),
        POSTGRES("db/migration-postgres");

        private final String scripts;

        Kind(String scripts) {
            this.scripts = scripts;
        }

        /** Where the scripts lie that only this database runs. */
        String scripts() {
            return "classpath:" + scripts;
        }

        /** A query for the number that a sequence will give next. */
        String nextOf(String sequence) {
            return switch (this) {
                case H2 ->
                    "select base_value from information_schema.sequences where sequence_name = '"
                            + sequence.toUpperCase(Locale.ROOT) + "'";
                case POSTGRES -> "select last_value + case when is_called then 1 else 0 end from " + sequence;
            };
        }

        static Kind of(Connection connection) throws SQLException {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRES;
        }

        static Kind of(DataSource source) {
            return source instanceof JdbcDataSource ? H2 : POSTGRES;
        }
    }

    /** What the store behind this handle speaks. */
    public static Dialect of(Handle handle) {
        return handle.getConfig(Dialect.class);
    }

    /** Whether the store lies on a server, which shows each person only what they may see. */
    public boolean isShared() {
        return kind == Kind.POSTGRES;
    }

    void becomes(Kind other) {
        kind = other;
    }

    /** A query for the next numbers of a sequence, one a row; its only parameter is how many. */
    public String nextNumbers(String sequence) {
        return switch (kind) {
            case H2 -> "select next value for " + sequence + " from system_range(1, ?)";
            case POSTGRES -> "select nextval('" + sequence + "') from generate_series(1, ?)";
        };
    }

    /**
     * The end of a query that locks the rows of a table which it finds, and passes over those that others have locked.
     * H2 says the same and locks every row that matches: there it is empty.
     */
    public String lockingFree(String alias) {
        return switch (kind) {
            case H2 -> "";
            case POSTGRES -> " for update of " + alias + " skip locked";
        };
    }

    /** Whether several statements, parted by semicolons, go to the database as one and answer one after the other. */
    boolean takesSeveral() {
        return kind == Kind.POSTGRES;
    }

    /**
     * A query that locks the one row which everybody takes in turn. Those who wait for a row of PostgreSQL are all woken
     * by each who changes it, to wait again for the next; so they stand in line for a lock of its own first.
     *
     * @param query up to where it locks
     */
    public String inTurn(String query) {
        return switch (kind) {
            case H2 -> query + " for update";
            case POSTGRES -> "select pg_advisory_xact_lock(" + LINE + "); " + query + " for update";
        };
    }

    /**
     * A query whose rows not everybody sees: PostgreSQL answers it by a function of its own, which asks who is there.
     *
     * @param read how H2 answers, which one process has to itself
     * @param function the call of the function, with the same parameters
     */
    public String asked(String read, String function) {
        return switch (kind) {
            case H2 -> read;
            case POSTGRES -> "select " + function;
        };
    }

    @Override
    public Dialect createCopy() {
        var copy = new Dialect();
        copy.kind = kind;
        return copy;
    }
}
