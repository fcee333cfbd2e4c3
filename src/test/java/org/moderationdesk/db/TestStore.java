package org.moderationdesk.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * An empty, migrated store for one test: in memory, or with {@code -Dtest.store=postgres} a database of its own on a
 * real PostgreSQL that lasts as long as this process. Close it, or it lives as long.
 */
public final class TestStore {
    private TestStore() {}

    public static Store create() {
        return create(source -> source);
    }

    /** One whose statements are listened to. */
    public static Store create(SaidStatements said) {
        return create(said::of);
    }

    private static Store create(UnaryOperator<DataSource> way) {
        return "postgres".equals(System.getProperty("test.store")) ? Shared.SERVER.create(way) : h2(way);
    }

    private static Store h2(UnaryOperator<DataSource> way) {
        var source = H2Engine.inMemory("test-" + UUID.randomUUID());
        Migrated.ONCE.into(source);
        return new H2Store(way.apply(source), null, _ -> {});
    }

    private static void migrate(Migration migration) {
        try {
            migration.run();
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** What the migrations leave, written down once a process: ten times as quick as migrating each store. */
    private static final class Migrated {
        private static final Migrated ONCE = new Migrated();

        private final List<String> script = new ArrayList<>();

        Migrated() {
            var source = H2Engine.inMemory("migrated-" + UUID.randomUUID());
            migrate(new Migration(source));
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet lines = statement.executeQuery("script nosettings")) {
                while (lines.next()) {
                    script.add(lines.getString(1));
                }
                script.removeIf(line -> line.startsWith("CREATE USER"));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        void into(DataSource source) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String line : script) {
                    statement.execute(line);
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** One server a process. Its databases go from test to test, emptied to what the migrations leave. */
    private static final class Shared {
        private static final Shared SERVER = new Shared();
        private static final String MIGRATED = "migrated";
        private static final String KEEP = """
            create schema pristine;
            do $$ declare one name; begin
                for one in select tablename from pg_tables where schemaname = 'public' loop
                    execute format('create table pristine.%I as table public.%I', one, one);
                end loop;
            end $$
            """;
        // Rather than truncate, which makes new files of every table and index.
        private static final String EMPTY = """
            do $$ declare one name; begin
                for one in select tablename from pg_tables where schemaname = 'public' loop
                    if to_regclass(format('pristine.%I', one)) is null then
                        execute format('drop table public.%I', one);
                    else
                        execute format('delete from public.%I', one);
                        execute format('insert into public.%I select * from pristine.%I', one, one);
                    end if;
                end loop;
                for one in select sequencename from pg_sequences where schemaname = 'public' loop
                    execute format('alter sequence public.%I restart', one);
                end loop;
                for one in select tablename from pg_tables where schemaname = 'practice' loop
                    execute format('delete from practice.%I', one);
                end loop;
                alter sequence practice.journal_seq_seq restart;
            end $$
            """;

        private final PostgresServer server = PostgresServer.shared();
        private final ConcurrentLinkedQueue<String> free = new ConcurrentLinkedQueue<>();
        private final AtomicInteger made = new AtomicInteger();

        Shared() {
            server.execute(PostgresServer.ADMIN, "create database " + MIGRATED);
            migrate(new Migration(server.place(MIGRATED).source(PostgresServer.ADMIN, PostgresServer.PASSWORD)));
            server.execute(MIGRATED, KEEP);
        }

        Store create(UnaryOperator<DataSource> way) {
            String name = Objects.requireNonNullElseGet(free.poll(), this::make);
            var source = server.place(name).source(PostgresServer.ADMIN, PostgresServer.PASSWORD);
            // Given back twice, it would be lent to two tests at once.
            var given = new AtomicBoolean();
            return new Lent(
                    new PostgresStore(
                            way.apply(source), new ServerLogin(server.place(name), source), PostgresStore.CONNECTIONS),
                    () -> {
                        if (!given.getAndSet(true)) {
                            server.execute(name, EMPTY);
                            free.add(name);
                        }
                    });
        }

        private synchronized String make() {
            String name = "test_" + made.incrementAndGet();
            server.execute(PostgresServer.ADMIN, "create database " + name + " template " + MIGRATED);
            return name;
        }
    }

    private record Lent(Store store, Runnable back) implements Store {
        @Override
        public <T> T read(Work<T> work) {
            return store.read(work);
        }

        @Override
        public <T> T snapshot(Work<T> work) {
            return store.snapshot(work);
        }

        @Override
        public <T> T write(Work<T> work) {
            return store.write(work);
        }

        @Override
        public <T> T writeSoon(Work<T> work) {
            return store.writeSoon(work);
        }

        @Override
        public void close() {
            store.close();
            back.run();
        }
    }
}
