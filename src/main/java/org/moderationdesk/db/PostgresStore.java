package org.moderationdesk.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** The store of a team: one PostgreSQL database that many desks share. Safe for any thread. */
public final class PostgresStore implements Store {
    static final int CONNECTIONS = 6;
    private static final long PATIENCE_MS = 6_000;
    private static final long ALIVE_MS = 3_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    /** What this thread reads through, while it does. */
    @SuppressWarnings("ThreadLocalUsage") // a handle of this store, and there are few stores
    private final ThreadLocal<Handle> reading = new ThreadLocal<>();

    private final DataSource source;
    private final ServerLogin login;

    /** @param connections how many it may hold at once; an act needs one, and what it reads meanwhile another */
    PostgresStore(DataSource source, ServerLogin login, int connections) {
        this.source = source;
        this.login = login;
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("shared-store");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setValidationTimeout(ALIVE_MS);
        this.pool = new HikariDataSource(config);
        this.jdbi = Jdbi.create(pool);
        jdbi.getConfig(Dialect.class).becomes(Dialect.Kind.POSTGRES);
        // Statements and their arguments are content under review: they must not travel in messages.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /** Under which this desk has it open. */
    public ServerLogin login() {
        return login;
    }

    @Override
    public <T> T read(Work<T> work) {
        @Nullable Handle outer = reading.get();
        if (outer != null) {
            return answered(() -> work.with(outer));
        }
        return answered(() -> jdbi.withHandle(handle -> {
            reading.set(handle);
            try {
                return rolledBack(handle, work);
            } finally {
                reading.remove();
            }
        }));
    }

    @Override
    public <T> T snapshot(Work<T> work) {
        return answered(() -> jdbi.withHandle(handle -> {
            handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
            try {
                return rolledBack(handle, longReader -> {
                    // Who reads a million rows may stop to write them down; it holds no lock that others wait for.
                    longReader.execute("set local idle_in_transaction_session_timeout = 0");
                    return work.with(longReader);
                });
            } finally {
                handle.setTransactionIsolationLevel(TransactionIsolationLevel.READ_COMMITTED);
            }
        }));
    }

    @Override
    public <T> T write(Work<T> work) {
        return answered(() -> jdbi.inTransaction(work::with));
    }

    @Override
    public <T> T writeSoon(Work<T> work) {
        return answered(() -> jdbi.inTransaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            return work.with(handle);
        }));
    }

    @Override
    public News watch(Runnable changed) {
        return ServerNews.start(source, changed);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static <T> T rolledBack(Handle handle, Work<T> work) throws SQLException {
        handle.begin();
        T answer;
        try {
            answer = work.with(handle);
        } catch (SQLException | RuntimeException failed) {
            undo(handle, failed);
            throw failed;
        }
        handle.rollback();
        return answer;
    }

    /** Where the connection is gone there is nothing to undo, and its loss says less than what came before it. */
    private static void undo(Handle handle, Exception failed) {
        try {
            handle.rollback();
        } catch (JdbiException gone) {
            failed.addSuppressed(gone);
        }
    }

    private static <T> T answered(Question<T> question) {
        try {
            return question.ask();
        } catch (JdbiException | SQLException failed) {
            throw StoreException.wordless(failed);
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }
}
