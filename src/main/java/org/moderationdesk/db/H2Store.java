package org.moderationdesk.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** The store of a single desk: one H2 file, or one in memory, held by this process. Safe for any thread. */
public final class H2Store implements Store {
    private static final int CONNECTIONS = 6;
    private static final long PATIENCE_MS = 15_000;

    private final DataSource source;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    /** What this thread reads through, while it does. */
    @SuppressWarnings("ThreadLocalUsage") // a handle of this store, and there are few stores
    private final ThreadLocal<Handle> reading = new ThreadLocal<>();

    private final @Nullable StoreFile file;
    private final AfterClose afterClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Nobody but this process writes to it. */
    private final List<Runnable> watching = new CopyOnWriteArrayList<>();

    /** @param file where it lies; null for a store in memory */
    H2Store(DataSource source, @Nullable StoreFile file, AfterClose afterClose) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MS);
        this.source = source;
        this.pool = new HikariDataSource(config);
        this.jdbi = Jdbi.create(pool);
        // Statements and their arguments are content under review: they must not travel in messages.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        this.file = file;
        this.afterClose = afterClose;
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
            // With this level, and not with the lower one, H2 takes the state of all tables at the first statement.
            handle.setTransactionIsolationLevel(TransactionIsolationLevel.SERIALIZABLE);
            handle.execute("set lazy_query_execution 1");
            try {
                return rolledBack(handle, work);
            } finally {
                handle.execute("set lazy_query_execution 0");
                handle.setTransactionIsolationLevel(TransactionIsolationLevel.READ_COMMITTED);
            }
        }));
    }

    @Override
    public <T> T write(Work<T> work) {
        T written = answered(() -> jdbi.withHandle(handle -> {
            T answer = handle.inTransaction(work::with);
            // A commit of H2 is not on disk before this.
            handle.execute("checkpoint sync");
            return answer;
        }));
        watching.forEach(Runnable::run);
        return written;
    }

    @Override
    public News watch(Runnable changed) {
        watching.add(changed);
        return () -> watching.remove(changed);
    }

    @Override
    public <T> T writeSoon(Work<T> work) {
        return answered(() -> jdbi.inTransaction(work::with));
    }

    /** Closes in order: what is committed reaches the disk, the file is closed, its holder's mark is taken away. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        pool.close();
        boolean inOrder = false;
        try (Connection last = source.getConnection();
                Statement statement = last.createStatement()) {
            statement.execute("shutdown");
            inOrder = true;
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        } finally {
            afterClose.closed(inOrder);
        }
    }

    /**
     * A file beside the store, encrypted with a key of its own that follows from the store's.
     *
     * @param name of the file, which also says what it is for
     * @return empty for a store in memory, beside which nothing lies
     */
    public Optional<SealedFile> beside(String name) {
        return Optional.ofNullable(file)
                .map(own -> new SealedFile(own.folder().home().resolve(name), name, own.key()));
    }

    /** Where the store lies; a store in memory lies nowhere. */
    StoreFile file() {
        if (file == null) {
            throw new IllegalStateException("a store in memory has no file");
        }
        return file;
    }

    private static <T> T rolledBack(Handle handle, Work<T> work) throws SQLException {
        handle.begin();
        try {
            return work.with(handle);
        } finally {
            leaveNothing(handle);
        }
    }

    private static void leaveNothing(Handle handle) throws SQLException {
        // A rollback also forgets every statement that the connection has parsed: a fifth of the work of a decision.
        boolean changed =
                handle.getConnection().unwrap(JdbcConnection.class).getSession().hasPendingTransaction();
        if (changed) {
            handle.rollback();
        } else {
            handle.commit();
        }
    }

    private static <T> T answered(Question<T> question) {
        try {
            return question.ask();
        } catch (JdbiException | SQLException failed) {
            throw StoreException.wordless(failed);
        }
    }

    /** What remains to be done when the file is closed, or could not be closed in order. */
    @FunctionalInterface
    interface AfterClose {
        void closed(boolean inOrder);
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }
}
