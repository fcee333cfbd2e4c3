package org.moderationdesk.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Takes a store to a server and back: every table, the numbers that go on, the media files. The target becomes a store
 * only when everything is there and holds; until then it is as empty as it was. The source is only read, and nobody
 * writes to it meanwhile. Not for the JavaFX thread.
 */
public final class StoreMove {
    /** Verifying reads the entries and the rows beside each other. */
    private static final int CONNECTIONS = 4;

    private final Set<String> leftBehind;
    private final InstantSource clock;

    /** @param leftBehind tables that are true of one place alone and are empty in the other */
    public StoreMove(Set<String> leftBehind, InstantSource clock) {
        this.leftBehind = Set.copyOf(leftBehind);
        this.clock = clock;
    }

    /** Where the store of a server lies, and who may read and write all of it. */
    public record Server(PostgresPlace place, String login, String password) {
        @Override
        public String toString() {
            return place.url();
        }
    }

    /** Looks through the copied store before it is taken: what is wrong with it, or nothing. */
    @FunctionalInterface
    public interface Check {
        /** @throws StoreRefused where it is not to be taken */
        void look(Store source, Store copy) throws StoreRefused;
    }

    /**
     * Copies a desk's store to a server's database that is prepared and still empty.
     *
     * @param source held by this process, so that nobody else writes to it
     * @param media where the files of the shared store will lie
     * @return how many rows
     */
    public long toServer(H2Store source, Server server, Path media, Check check, Progress progress)
            throws StoreRefused {
        var door = new SharedStoreDoor(server.place());
        PGSimpleDataSource owner = door.owner(server.login(), server.password());
        try {
            long rows = fill(source, owner, server.place(), progress);
            try (var copy = new PostgresStore(owner, new ServerLogin(server.place(), owner), CONNECTIONS)) {
                check.look(source, copy);
            }
            new MediaCopy(source.file().folder().media(), media).run(progress);
            UnfinishedMark.take(owner);
            return rows;
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        } catch (Refusal refusal) {
            throw refusal.reason;
        }
    }

    /**
     * Copies the store of a server into a folder that holds none.
     *
     * @param media where the files of the shared store lie
     */
    public Came fromServer(Server server, Path media, Folder target, Check check, Progress progress)
            throws StoreRefused {
        PGSimpleDataSource owner = new SharedStoreDoor(server.place()).owner(server.login(), server.password());
        try (Connection look = owner.getConnection()) {
            if (UnfinishedMark.isOn(look)) {
                throw new StoreRefused(
                        new StoreRefused.Unfinished(server.place().url()));
            }
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        }
        try (var source = new PostgresStore(owner, new ServerLogin(server.place(), owner), CONNECTIONS)) {
            StoreShape shape = source.read(handle -> StoreShape.of(handle.getConnection()));
            var rows = new AtomicLong();
            return source.snapshot(handle -> {
                // Before the first query, so that what is seen is what is held. People wait until it is over.
                handle.execute("lock table " + names(shape) + " in share mode");
                Created created = create(
                        target,
                        (connection, folder) -> {
                            rows.set(copied(handle.getConnection(), connection, progress));
                            connection.commit();
                            new MediaCopy(media, DeskFolder.media(folder)).run(progress);
                        },
                        copy -> check.look(source, copy));
                return new Came(created, rows.get());
            });
        } catch (Refusal refusal) {
            throw refusal.reason;
        }
    }

    /** The new store, and how many rows came. */
    public record Came(Created created, long rows) {}

    /**
     * A folder for a store that is not there yet.
     *
     * @param passphrase what will open it; null for a store that its key file alone opens
     */
    public record Folder(DeskFolder folder, @Nullable String passphrase) {
        @Override
        public String toString() {
            return folder.toString();
        }
    }

    private Created create(Folder target, StoreDoor.Filling filling, StoreDoor.Look look) {
        try {
            return new StoreDoor(target.folder(), clock).create(target.passphrase(), filling, look);
        } catch (StoreRefused refused) {
            throw new Refusal(refused);
        }
    }

    /** All at once: until the end nothing is there, and then a mark that it has still to be looked through. */
    private long fill(H2Store source, PGSimpleDataSource owner, PostgresPlace place, Progress progress)
            throws SQLException {
        try (Connection to = owner.getConnection()) {
            to.setAutoCommit(false);
            try {
                execute(to, "set local idle_in_transaction_session_timeout = 0");
                StoreShape shape = StoreShape.of(to);
                // Who began to work there meanwhile is waited for, and then seen; nobody begins from here on.
                execute(to, "lock table " + names(shape) + " in access exclusive mode");
                if (!UnfinishedMark.isOn(to)) {
                    refuseUnlessEmpty(to, shape, place);
                    UnfinishedMark.put(to);
                }
                guard(to, shape, "disable");
                long rows = source.snapshot(handle -> copied(handle.getConnection(), to, progress));
                guard(to, shape, "enable");
                to.commit();
                return rows;
            } catch (SQLException | RuntimeException failed) {
                undo(to, failed);
                throw failed;
            }
        }
    }

    private long copied(Connection from, Connection to, Progress progress) throws SQLException {
        try {
            return new TableCopy(from, to, leftBehind, progress).run();
        } catch (StoreRefused refused) {
            throw new Refusal(refused);
        }
    }

    /** Empty is what a store holds that was just made. */
    private static void refuseUnlessEmpty(Connection to, StoreShape shape, PostgresPlace place) throws SQLException {
        var fresh = H2Engine.inMemory("fresh-" + UUID.randomUUID());
        try {
            new Migration(fresh).run();
        } catch (StoreRefused refused) {
            throw new Refusal(refused);
        }
        try (Connection made = fresh.getConnection()) {
            StoreShape usual = StoreShape.of(made);
            for (String name : shape.tables().keySet()) {
                StoreShape.Table there = usual.tables().get(name);
                long most = there == null ? 0 : count(made, there);
                if (count(to, shape.table(name)) > most) {
                    throw new Refusal(new StoreRefused(new StoreRefused.NotEmpty(place.url())));
                }
            }
            execute(made, "shutdown");
        }
    }

    /** The rules of the server are for people at work, not for its owner who moves everything at once. */
    private static void guard(Connection to, StoreShape shape, String how) throws SQLException {
        for (StoreShape.Table table : shape.tables().values()) {
            execute(to, "alter table " + table.quoted() + " " + how + " trigger user");
        }
    }

    private static String names(StoreShape shape) {
        List<String> names = new ArrayList<>();
        shape.tables().values().forEach(table -> names.add(table.quoted()));
        return names.stream().collect(Collectors.joining(", "));
    }

    private static long count(Connection connection, StoreShape.Table table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table.quoted())) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void undo(Connection to, Exception failed) {
        try {
            to.rollback();
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
        }
    }

    /** Carries a refusal through work that a store runs. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient StoreRefused reason;

        Refusal(StoreRefused reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
