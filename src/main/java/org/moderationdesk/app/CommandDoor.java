package org.moderationdesk.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.cli.DeskDoor;
import org.moderationdesk.cli.Moved;
import org.moderationdesk.cli.OpenedDesk;
import org.moderationdesk.db.Created;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Restore;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreMove;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.settings.Settings;

/** Lets commands into a desk, by the same wiring as the window's. */
final class CommandDoor implements DeskDoor {
    private final InstantSource clock;

    CommandDoor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public DeskFolder folder(@Nullable Path home) {
        return new DeskFolder(home == null ? PlatformHome.here() : home);
    }

    @Override
    public Texts texts(DeskFolder folder) {
        return new Texts(preferences(folder).appearance().language());
    }

    @Override
    public List<Path> unread(DeskFolder folder) {
        Preferences preferences = preferences(folder);
        preferences.appearance();
        preferences.work();
        preferences.reporter();
        preferences.establishment();
        preferences.referrals();
        return preferences.unread();
    }

    @Override
    public boolean exists(DeskFolder folder) {
        return new StoreDoor(folder, clock).exists();
    }

    @Override
    public OpenedDesk open(DeskFolder folder, Supplier<String> passphrase, Consumer<String> recoveryKey)
            throws StoreRefused {
        var door = new StoreDoor(folder, clock);
        H2Store store = door.exists() ? opened(door, passphrase) : made(door.create(), recoveryKey);
        return wired(folder, folder, store);
    }

    @Override
    public OpenedDesk open(PostgresPlace place, DeskFolder folder, String login, String password) throws StoreRefused {
        Path media = preferences(folder).desks().folder(place, folder);
        return wired(folder, new DeskFolder(media), new SharedStoreDoor(place).open(login, password));
    }

    private OpenedDesk wired(DeskFolder folder, DeskFolder files, Store store) {
        try {
            var desk = new OpenDesk(
                    files,
                    store,
                    new BookReader().read(OpenDesk.EDITION),
                    preferences(folder).work(),
                    clock);
            return new CommandDesk(desk, texts(folder), clock, new Settings(folder.settings()));
        } catch (RuntimeException broken) {
            store.close();
            throw broken;
        }
    }

    @Override
    public void create(DeskFolder folder, @Nullable String passphrase, Consumer<String> recoveryKey)
            throws StoreRefused {
        var door = new StoreDoor(folder, clock);
        made(passphrase == null ? door.create() : door.create(passphrase), recoveryKey)
                .close();
    }

    @Override
    public boolean opensAlone(DeskFolder folder, Path backup) throws StoreRefused {
        return new Restore(folder, clock).opensAlone(backup);
    }

    @Override
    public long restore(RestorePermit permit, DeskFolder folder, Path backup, Unlock unlock, Progress progress)
            throws StoreRefused {
        var entries = new AtomicLong();
        Texts texts = texts(folder);
        new Restore(folder, clock)
                .from(
                        permit,
                        backup,
                        unlock,
                        (store, watched) -> {
                            Verdict verdict = new Verifier(store, DeskTables.all()).verify(watched);
                            entries.set(verdict.entries());
                            return verdict.intact()
                                    ? Optional.empty()
                                    : Optional.of(verdict.why(texts).orElse(""));
                        },
                        progress);
        return entries.get();
    }

    @Override
    public Moved moveTo(
            StoreMove.Server to, DeskFolder from, Supplier<String> passphrase, DeskFolder home, Progress progress)
            throws StoreRefused {
        var door = new StoreDoor(from, clock);
        if (!door.exists()) {
            throw new StoreRefused(new StoreRefused.Missing(from.home()));
        }
        try (H2Store store = opened(door, passphrase)) {
            return new Mover(clock, texts(home), progress).to(to, store, sharedMedia(to, home));
        }
    }

    @Override
    public Moved moveFrom(
            StoreMove.Server from,
            StoreMove.Folder to,
            Consumer<String> recoveryKey,
            DeskFolder home,
            Progress progress)
            throws StoreRefused {
        return new Mover(clock, texts(home), progress).from(from, sharedMedia(from, home), to, recoveryKey);
    }

    private static Path sharedMedia(StoreMove.Server server, DeskFolder home) {
        return new DeskFolder(preferences(home).desks().folder(server.place(), home)).media();
    }

    @Override
    public int tour(Path pictures) {
        return Tour.play(pictures);
    }

    private static H2Store opened(StoreDoor door, Supplier<String> passphrase) throws StoreRefused {
        return door.open(door.opensAlone() ? new Unlock.Alone() : new Unlock.Passphrase(passphrase.get()));
    }

    private static H2Store made(Created created, Consumer<String> recoveryKey) {
        recoveryKey.accept(created.recoveryKey().written());
        return created.store();
    }

    private static Preferences preferences(DeskFolder folder) {
        return new Preferences(new Settings(folder.settings()));
    }
}
