package org.moderationdesk.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.moderationdesk.base.Sha256;

/**
 * Puts a backup in the place of the desk's store: unpacks it beside, opens and checks it there, and only then replaces.
 * The store must be closed. Until the end the store that was there stays as it is.
 */
public final class Restore {
    private static final int MOST_MANIFEST = 64 << 20;
    private static final int MOST_SMALL = 64 << 10;
    private static final int CHUNK = 1 << 16;

    private final DeskFolder folder;
    private final InstantSource clock;

    public Restore(DeskFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What opens a backup: its passphrase or recovery key, or, on the desk that made it, that desk's key file. */
    public boolean opensAlone(Path backup) throws StoreRefused {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            KeyFile theirs = KeyFile.parse(read(zip, BackupManifest.KEY_NAME, MOST_SMALL));
            return ownKey(theirs).isPresent();
        } catch (IOException unreadable) {
            throw new StoreRefused(new StoreRefused.NotABackup(backup), unreadable);
        }
    }

    /**
     * Restores.
     *
     * @param permit from who asked whether this may be
     * @param check looks through the opened store before it replaces anything
     * @param progress in bytes unpacked
     */
    public void from(RestorePermit permit, Path backup, Unlock unlock, Check check, Progress progress)
            throws StoreRefused {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            KeyFile keys = KeyFile.parse(read(zip, BackupManifest.KEY_NAME, MOST_SMALL));
            FileKey key = unlock(keys, unlock);
            BackupManifest manifest = manifest(zip, key);
            if (manifest.opensAlone()) {
                keys = keys.alone(key);
            }
            OwnFiles.makeFolder(folder.home());
            try (StoreLock lock = StoreLock.take(folder, clock)) {
                Replacement.finish(folder);
                replace(permit, new Opened(zip, keys, key, manifest), check, progress);
            }
        } catch (ZipException damaged) {
            throw new StoreRefused(new StoreRefused.NotABackup(backup), damaged);
        } catch (IOException failed) {
            throw new StoreRefused(new StoreRefused.Unwritable(folder.home()), failed);
        }
    }

    private void replace(RestorePermit permit, Opened backup, Check check, Progress progress)
            throws IOException, StoreRefused {
        Path prepared = Replacement.prepared(folder);
        boolean whole = false;
        try {
            refuseWithoutRoom(backup.manifest().bytes());
            OwnFiles.makeFolder(prepared);
            OwnFiles.makeFolder(DeskFolder.media(prepared));
            unpack(backup, prepared, progress);
            OwnFiles.write(DeskFolder.keyFile(prepared), backup.keys().json());
            look(prepared, backup.key(), check, progress);
            whole = true;
        } finally {
            if (!whole) {
                OwnFiles.deleteTree(prepared);
            }
        }
        Replacement.replace(permit, folder);
    }

    private void look(Path prepared, FileKey key, Check check, Progress progress) throws StoreRefused {
        boolean older = new StoreLook(prepared, key, List.of(Migration.SCRIPTS)).isOlder();
        var source = H2Engine.open(prepared, key);
        var mark = new ClosedMark(prepared);
        try (var store = new H2Store(source, null, inOrder -> makeMark(mark))) {
            if (older) {
                new Migration(source).run();
            }
            Optional<String> problem = check.problem(store, progress);
            if (problem.isPresent()) {
                throw new StoreRefused(new StoreRefused.DoesNotVerify(problem.get()));
            }
        }
    }

    private static void makeMark(ClosedMark mark) {
        try {
            mark.make();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void unpack(Opened backup, Path prepared, Progress progress) throws IOException, StoreRefused {
        long done = 0;
        byte[] chunk = new byte[CHUNK];
        for (BackupManifest.Part file : backup.manifest().files()) {
            Path target = prepared.resolve(file.name()).normalize();
            if (!target.startsWith(prepared)) {
                throw new StoreRefused(new StoreRefused.BackupDamaged());
            }
            OwnFiles.makeFolder(OwnFiles.folderOf(target));
            MessageDigest sha = Sha256.digest();
            long left = file.bytes();
            try (InputStream in = backup.zip().getInputStream(entry(backup.zip(), file.name()));
                    OutputStream out = Channels.newOutputStream(OwnFiles.create(target))) {
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    left -= read;
                    if (left < 0) {
                        throw new StoreRefused(new StoreRefused.BackupDamaged());
                    }
                    sha.update(chunk, 0, read);
                    out.write(chunk, 0, read);
                    done += read;
                    progress.pass(done, backup.manifest().bytes());
                }
            }
            if (left != 0 || !HexFormat.of().formatHex(sha.digest()).equals(file.sha256())) {
                throw new StoreRefused(new StoreRefused.BackupDamaged());
            }
            OwnFiles.sync(target);
        }
    }

    private FileKey unlock(KeyFile keys, Unlock unlock) throws StoreRefused {
        if (unlock instanceof Unlock.Alone) {
            return ownKey(keys).orElseThrow(() -> new StoreRefused(new StoreRefused.NeedsPassphrase()));
        }
        return keys.unlock(unlock);
    }

    /** The key of this desk's own store, where the backup is of that store and its key file opens it alone. */
    private Optional<FileKey> ownKey(KeyFile theirs) throws StoreRefused {
        if (!Files.exists(folder.keyFile())) {
            return Optional.empty();
        }
        KeyFile ours = KeyFile.read(folder.keyFile());
        return ours.store().equals(theirs.store()) && ours.opensAlone()
                ? Optional.of(ours.unlock(new Unlock.Alone()))
                : Optional.empty();
    }

    /** Refuses a manifest that another hand wrote, and files that it does not name. */
    private static BackupManifest manifest(ZipFile zip, FileKey key) throws IOException, StoreRefused {
        byte[] json = read(zip, BackupManifest.NAME, MOST_MANIFEST);
        byte[] mac = read(zip, BackupManifest.MAC_NAME, MOST_SMALL);
        if (!MessageDigest.isEqual(mac, Backup.mac(key, json))) {
            throw new StoreRefused(new StoreRefused.BackupDamaged());
        }
        BackupManifest manifest = BackupManifest.parse(json);
        Set<String> expected =
                new HashSet<>(Set.of(BackupManifest.NAME, BackupManifest.MAC_NAME, BackupManifest.KEY_NAME));
        manifest.files().forEach(file -> expected.add(file.name()));
        if (zip.size() != expected.size()
                || !zip.stream().map(ZipEntry::getName).allMatch(expected::contains)) {
            throw new StoreRefused(new StoreRefused.BackupDamaged());
        }
        return manifest;
    }

    private static byte[] read(ZipFile zip, String name, int most) throws IOException, StoreRefused {
        try (InputStream in = zip.getInputStream(entry(zip, name))) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new StoreRefused(new StoreRefused.BackupDamaged());
            }
            return content;
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws StoreRefused {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new StoreRefused(new StoreRefused.BackupDamaged());
        }
        return entry;
    }

    private void refuseWithoutRoom(long needed) throws IOException, StoreRefused {
        long free = Files.getFileStore(folder.home()).getUsableSpace();
        if (free < needed) {
            throw new StoreRefused(new StoreRefused.NoRoom(needed, free));
        }
    }

    /** Looks through a store that is about to become the desk's. */
    @FunctionalInterface
    public interface Check {
        /** What is wrong with it, in words; empty where it may replace the one before. */
        Optional<String> problem(Store store, Progress progress);
    }

    private record Opened(ZipFile zip, KeyFile keys, FileKey key, BackupManifest manifest) {}
}
