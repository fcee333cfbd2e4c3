package org.moderationdesk.db;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes and opens the store of one desk. Not for the JavaFX thread: a passphrase takes a fifth of a second. */
public final class StoreDoor {
    private final DeskFolder folder;
    private final InstantSource clock;
    private final List<String> scripts;

    public StoreDoor(DeskFolder folder, InstantSource clock) {
        this(folder, clock, List.of(Migration.SCRIPTS));
    }

    StoreDoor(DeskFolder folder, InstantSource clock, List<String> scripts) {
        this.folder = folder;
        this.clock = clock;
        this.scripts = List.copyOf(scripts);
    }

    /** Whether there is a store to open; false means that one can be made. */
    public boolean exists() {
        return Files.exists(folder.store()) || Replacement.isUnfinished(folder);
    }

    /** Whether the key file alone opens the store, so that no passphrase needs to be asked. */
    public boolean opensAlone() throws StoreRefused {
        return KeyFile.read(folder.keyFile()).opensAlone();
    }

    /** Makes a store that its key file alone opens. The recovery key is for its backups. */
    public Created create() throws StoreRefused {
        FileKey key = FileKey.random();
        return create(KeyFile.bare(key), key);
    }

    /** Makes a store that opens with this passphrase. */
    public Created create(String passphrase) throws StoreRefused {
        FileKey key = FileKey.random();
        return create(KeyFile.withPassphrase(key, passphrase), key);
    }

    /**
     * Makes a store out of what another holds: only filled and looked through does it become the desk's.
     *
     * @param passphrase null for a store that its key file alone opens
     */
    Created create(@Nullable String passphrase, Filling filling, Look look) throws StoreRefused {
        FileKey key = FileKey.random();
        return create(passphrase == null ? KeyFile.bare(key) : KeyFile.withPassphrase(key, passphrase), key, made -> {
            try (Connection connection = made.source().getConnection()) {
                connection.setAutoCommit(false);
                filling.fill(connection, made.folder());
            }
            try (var store = new H2Store(made.source(), null, _ -> {})) {
                look.at(store);
            }
        });
    }

    /** Puts rows into a new store, and files into its folder. */
    @FunctionalInterface
    interface Filling {
        void fill(Connection connection, Path folder) throws SQLException, StoreRefused;
    }

    /** Looks through a store. */
    @FunctionalInterface
    interface Look {
        void at(Store store) throws StoreRefused;
    }

    /** What is done with a store while it is made. */
    private interface Work {
        void on(Made made) throws SQLException, StoreRefused;
    }

    private record Made(DataSource source, Path folder) {}

    /**
     * Opens the store, after bringing it to this desk's version where it is older (a backup is made before).
     *
     * @throws StoreRefused when it cannot be opened; every file is then as it was
     */
    public H2Store open(Unlock unlock) throws StoreRefused {
        if (!exists()) {
            throw new StoreRefused(new StoreRefused.Missing(folder.home()));
        }
        refuseUnusable();
        StoreLock lock = StoreLock.take(folder, clock);
        try {
            Replacement.finish(folder);
            return open(KeyFile.read(folder.keyFile()).unlock(unlock), lock);
        } catch (StoreRefused | RuntimeException refused) {
            lock.undo();
            throw refused;
        }
    }

    /** The way to change passphrase and recovery key, for who can open the store now. */
    public StoreKeys keys(Unlock unlock) throws StoreRefused {
        KeyFile keys = KeyFile.read(folder.keyFile());
        return new StoreKeys(folder.keyFile(), keys, keys.unlock(unlock));
    }

    private Created create(KeyFile keys, FileKey key) throws StoreRefused {
        return create(keys, key, made -> shutDown(made.source()));
    }

    /** @param work closes the store in the end */
    private Created create(KeyFile keys, FileKey key, Work work) throws StoreRefused {
        if (exists()) {
            throw new StoreRefused(new StoreRefused.AlreadyThere(folder.home()));
        }
        refuseUnusable();
        try {
            OwnFiles.makeFolder(folder.home());
        } catch (IOException unwritable) {
            throw new StoreRefused(new StoreRefused.ReadOnly(folder.home()), unwritable);
        }
        StoreLock lock = StoreLock.take(folder, clock);
        try {
            var recovery = RecoveryKey.random();
            make(keys.recovery(key, recovery), key, work);
            return new Created(open(key, lock), recovery);
        } catch (StoreRefused | RuntimeException refused) {
            lock.undo();
            throw refused;
        }
    }

    private void make(KeyFile keys, FileKey key, Work work) throws StoreRefused {
        Path making = folder.home().resolve("store.making");
        boolean whole = false;
        try {
            OwnFiles.deleteTree(making);
            OwnFiles.makeFolder(making);
            OwnFiles.makeFolder(DeskFolder.media(making));
            OwnFiles.write(DeskFolder.keyFile(making), keys.json());
            DataSource source = H2Engine.create(making, key);
            new Migration(source, scripts).run();
            try {
                work.on(new Made(source, making));
                whole = true;
            } finally {
                if (!whole) {
                    shutDown(source);
                    OwnFiles.deleteTree(making);
                }
            }
            OwnFiles.sync(DeskFolder.storeFile(making));
            // Only whole does it become the desk's store.
            OwnFiles.move(making, folder.store());
        } catch (IOException | SQLException unwritable) {
            throw new StoreRefused(new StoreRefused.Unwritable(folder.home()), unwritable);
        }
    }

    private H2Store open(FileKey key, StoreLock lock) throws StoreRefused {
        boolean older = new StoreLook(folder.store(), key, scripts).isOlder();
        var mark = new ClosedMark(folder.store());
        DataSource source = H2Engine.open(folder.store(), key);
        try {
            mark.remove();
            var store = new H2Store(source, new StoreFile(folder, key), inOrder -> {
                try (lock) {
                    if (inOrder) {
                        mark.make();
                    }
                } catch (IOException unwritable) {
                    throw new StoreException("the store was closed, but its folder cannot be written", unwritable);
                }
            });
            if (older) {
                bringUp(store, source);
            }
            return store;
        } catch (PoolInitializationException | IOException unopened) {
            throw new StoreRefused(new StoreRefused.Damaged(), unopened);
        }
    }

    private void bringUp(H2Store store, DataSource source) throws StoreRefused {
        try {
            new Backup(store, clock).beforeMigration();
            new Migration(source, scripts).run();
        } catch (StoreRefused | RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    private void refuseUnusable() throws StoreRefused {
        if (!H2Engine.canName(folder.home())) {
            throw new StoreRefused(new StoreRefused.UnusableName(folder.home()));
        }
    }

    private static void shutDown(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
