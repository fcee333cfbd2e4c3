package org.moderationdesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.StoreMove;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;

/** The way to a desk from the command line. */
public interface DeskDoor {
    /** The desk's folder: the one named, else the platform's own place. */
    DeskFolder folder(@Nullable Path home);

    /** The words of the person at this desk. */
    Texts texts(DeskFolder folder);

    /** Settings files of this desk that are there and cannot be read: the usual settings hold instead. */
    List<Path> unread(DeskFolder folder);

    /** Whether there is a store in the folder. */
    boolean exists(DeskFolder folder);

    /**
     * Opens the desk, making its store first where there is none.
     *
     * @param passphrase asked only where one is set
     * @param recoveryKey told the recovery key of a store that was just made
     */
    OpenedDesk open(DeskFolder folder, Supplier<String> passphrase, Consumer<String> recoveryKey) throws StoreRefused;

    /** Opens a shared store under a login of its server; settings come from the folder. */
    OpenedDesk open(PostgresPlace place, DeskFolder folder, String login, String password) throws StoreRefused;

    /** Makes a new store and closes it: with a passphrase, or null for one that its key file alone opens. */
    void create(DeskFolder folder, @Nullable String passphrase, Consumer<String> recoveryKey) throws StoreRefused;

    /** Whether the backup opens on this desk without a passphrase or recovery key. */
    boolean opensAlone(DeskFolder folder, Path backup) throws StoreRefused;

    /** Puts the backup in the place of the desk's store, after verifying it; answers with how many entries it has. */
    long restore(RestorePermit permit, DeskFolder folder, Path backup, Unlock unlock, Progress progress)
            throws StoreRefused;

    /**
     * Copies a desk's own store to a server's database that is prepared and empty.
     *
     * @param home the folder whose settings say where files of a shared desk lie
     */
    Moved moveTo(StoreMove.Server to, DeskFolder from, Supplier<String> passphrase, DeskFolder home, Progress progress)
            throws StoreRefused;

    /**
     * Copies the store of a server to a folder that holds none.
     *
     * @param home the folder whose settings say where files of a shared desk lie
     */
    Moved moveFrom(
            StoreMove.Server from,
            StoreMove.Folder to,
            Consumer<String> recoveryKey,
            DeskFolder home,
            Progress progress)
            throws StoreRefused;

    /** Plays the tour and leaves its pictures; answers with how many. The only part that needs JavaFX. */
    int tour(Path pictures);
}
