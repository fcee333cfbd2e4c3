package org.moderationdesk.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.moderationdesk.base.Sha256;

/**
 * Copies an open store to one file while people work: the store's file as it is at one moment, encrypted as it lies,
 * the media files, and the wrapped ways to its key, never the key itself.
 */
public final class Backup {
    private static final int CHUNK = 1 << 16;

    private final H2Store store;
    private final DeskFolder folder;
    private final FileKey key;
    private final InstantSource clock;

    /** @param store a store that {@link StoreDoor} opened */
    public Backup(H2Store store, InstantSource clock) {
        this.store = store;
        this.folder = store.file().folder();
        this.key = store.file().key();
        this.clock = clock;
    }

    /**
     * Writes the backup, whole or not at all.
     *
     * @param target replaced where it exists
     * @param progress in bytes
     */
    public Made to(Path target, Progress progress) throws StoreRefused {
        KeyFile keys = KeyFile.read(folder.keyFile());
        if (!keys.hasPassphrase() && !keys.hasRecoveryKey()) {
            throw new StoreRefused(new StoreRefused.NoRecoveryKey());
        }
        Path file = target.toAbsolutePath().normalize();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Path copy = file.resolveSibling(file.getFileName() + ".copy");
        try {
            OwnFiles.makeFolder(OwnFiles.folderOf(file));
            refuseWithoutRoom(OwnFiles.folderOf(file));
            Files.deleteIfExists(part);
            Files.deleteIfExists(copy);
            try {
                progress.pass(0, 0);
                store.read(handle -> handle.execute("backup to ?", copy.toString()));
                BackupManifest manifest = write(part, copy, keys, progress);
                OwnFiles.sync(part);
                OwnFiles.move(part, file);
                return new Made(file, Files.size(file), manifest.files().size());
            } finally {
                Files.deleteIfExists(part);
                Files.deleteIfExists(copy);
            }
        } catch (IOException unwritable) {
            throw new StoreRefused(new StoreRefused.Unwritable(file), unwritable);
        }
    }

    /** Keeps the store as it was under the older desk. */
    void beforeMigration() throws StoreRefused {
        String time = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
        Made made = to(folder.backups().resolve("before-migration-" + time + ".zip"), Progress.NONE);
        if (made.bytes() == 0) {
            throw new IllegalStateException("an empty backup");
        }
    }

    private BackupManifest write(Path part, Path copy, KeyFile keys, Progress progress) throws IOException {
        List<Path> media = mediaFiles();
        long total = Files.size(copy);
        for (Path file : media) {
            total += Files.size(file);
        }
        try (OutputStream out = Channels.newOutputStream(OwnFiles.create(part));
                ZipOutputStream zip = new ZipOutputStream(out);
                ZipFile h2 = new ZipFile(copy.toFile())) {
            // Nothing in it gets smaller: store and media are encrypted.
            zip.setLevel(Deflater.NO_COMPRESSION);
            put(zip, BackupManifest.KEY_NAME, keys.wrappedOnly().json());
            var writing = new Writing(zip, progress, total);
            var files = new ArrayList<BackupManifest.Part>();
            ZipEntry entry = h2.getEntry(BackupManifest.STORE_NAME);
            if (entry == null) {
                throw new IOException("H2 copied no store");
            }
            try (InputStream in = h2.getInputStream(entry)) {
                files.add(writing.copy(BackupManifest.STORE_NAME, in));
            }
            for (Path file : media) {
                try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ)) {
                    files.add(writing.copy(name(file), in));
                }
            }
            var manifest = new BackupManifest(clock.millis(), keys.opensAlone(), files);
            byte[] json = manifest.json();
            put(zip, BackupManifest.NAME, json);
            put(zip, BackupManifest.MAC_NAME, mac(key, json));
            return manifest;
        }
    }

    /** Only who holds the file's key can make it. */
    static byte[] mac(FileKey key, byte[] manifest) {
        byte[] mac = key.authentic("backup manifest", manifest);
        return HexFormat.of().formatHex(mac).getBytes(StandardCharsets.US_ASCII);
    }

    private List<Path> mediaFiles() throws IOException {
        if (!Files.isDirectory(folder.media())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.media())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".part"))
                    .sorted()
                    .toList();
        }
    }

    private String name(Path mediaFile) {
        String inside = folder.media().relativize(mediaFile).toString();
        return BackupManifest.MEDIA + inside.replace(mediaFile.getFileSystem().getSeparator(), "/");
    }

    private void refuseWithoutRoom(Path at) throws IOException, StoreRefused {
        long needed = 2 * Files.size(folder.storeFile());
        for (Path file : mediaFiles()) {
            needed += Files.size(file);
        }
        long free = Files.getFileStore(at).getUsableSpace();
        if (free < needed) {
            throw new StoreRefused(new StoreRefused.NoRoom(needed, free));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** A backup that is on disk. */
    public record Made(Path file, long bytes, int files) {}

    /** Copies one file after another into the zip. */
    private static final class Writing {
        private final ZipOutputStream zip;
        private final Progress progress;
        private final long total;
        private long done;

        Writing(ZipOutputStream zip, Progress progress, long total) {
            this.zip = zip;
            this.progress = progress;
            this.total = total;
        }

        BackupManifest.Part copy(String name, InputStream in) throws IOException {
            long before = done;
            zip.putNextEntry(new ZipEntry(name));
            var digesting = new DigestOutputStream(zip, Sha256.digest());
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digesting.write(chunk, 0, read);
                done += read;
                progress.pass(done, total);
            }
            zip.closeEntry();
            return new BackupManifest.Part(
                    name,
                    done - before,
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        }
    }
}
