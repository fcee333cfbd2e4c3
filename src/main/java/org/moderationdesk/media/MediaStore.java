package org.moderationdesk.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.BlobCipher;
import org.moderationdesk.db.BlobInput;
import org.moderationdesk.db.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The media files of a desk, named by the SHA-256 of their content and encrypted with a key each that lies in the store:
 * dropping the key erases the file. No byte of them is ever on disk in the clear. Touches the disk: not for the JavaFX
 * thread. Safe for any other thread.
 */
public final class MediaStore {
    private static final Logger LOG = LoggerFactory.getLogger(MediaStore.class);
    private static final String KEY = "select secret from media_key where sha256 = ?";
    private static final String BLOB = "select secret, bytes from media_key where sha256 = ?";
    private static final String HAS = "select count(*) from media_key where sha256 = ?";
    private static final String KEEP = "insert into media_key (sha256, secret, bytes) values (?, ?, ?)";
    private static final String ERASE = "delete from media_key where sha256 = ?";

    private final Path folder;
    private final Store store;

    /** @param folder made when the first file comes */
    public MediaStore(Path folder, Store store) {
        this.folder = folder;
        this.store = store;
    }

    /** Copies a file, encrypted, beside the others, and tells its hash. It is not kept before {@link #keep}. */
    public StagedFile stage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return stage(in);
        }
    }

    /** The same, of bytes that lie elsewhere. */
    public StagedFile stage(InputStream in) throws IOException {
        Files.createDirectories(staging());
        Path copy = staging().resolve(UUID.randomUUID().toString());
        byte[] key = BlobCipher.newKey();
        try (FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return new StagedFile(copy, key, BlobOutput.copy(in, out, key));
        } catch (IOException failed) {
            Files.deleteIfExists(copy);
            throw failed;
        }
    }

    /**
     * Keeps a staged file, in the open transaction: if that is rolled back the file is not kept. One that the desk holds
     * already is held once.
     */
    public void keep(Handle handle, StagedFile staged) {
        if (has(handle, staged.sha256())) {
            return;
        }
        try {
            Path place = place(staged.sha256());
            Files.createDirectories(place.resolveSibling(""));
            Files.move(staged.copy(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        handle.execute(KEEP, staged.sha256(), HexFormat.of().formatHex(staged.key()), staged.bytes());
    }

    /** Whether the desk holds a file of this content. */
    public boolean has(Handle handle, String sha256) {
        return handle.select(HAS, sha256).mapTo(Integer.class).one() > 0;
    }

    /** How many bytes a file has in the clear; empty where the desk does not hold it, or it may still grow. */
    public OptionalLong length(Handle handle, String sha256) {
        return handle.select(BLOB, sha256)
                .map((row, _) -> row.getLong("bytes"))
                .findOne()
                .filter(bytes -> bytes > 0)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Opens a file by the SHA-256 of its content; empty where the desk does not hold it.
     *
     * @throws IOException while reading, where the file was changed or cut on disk
     */
    public Optional<InputStream> open(String sha256) throws IOException {
        Optional<String> secret = store.read(
                handle -> handle.select(KEY, sha256).mapTo(String.class).findOne());
        if (secret.isEmpty() || !Files.exists(place(sha256))) {
            return Optional.empty();
        }
        var in = new BufferedInputStream(Files.newInputStream(place(sha256)), BlobCipher.SEGMENT);
        return Optional.of(new BlobInput(in, HexFormat.of().parseHex(secret.get())));
    }

    /** Where a file lies and its key, for a process that reads nothing else; empty where the desk does not hold it. */
    public Optional<Blob> blob(String sha256) {
        Path place = place(sha256);
        return store.read(handle -> handle.select(BLOB, sha256)
                .map((row, context) ->
                        new Blob(place, HexFormat.of().parseHex(row.getString("secret")), row.getLong("bytes") == 0))
                .findOne()
                .filter(blob -> Files.exists(place)));
    }

    /**
     * Begins a file that can be looked at while it grows, under a name of its own until it is finished.
     *
     * @throws IOException where there is no room
     */
    public GrowingFile grow() throws IOException {
        byte[] key = BlobCipher.newKey();
        String name = Sha256.of(BlobCipher.newKey());
        Files.createDirectories(place(name).resolveSibling(""));
        store.write(handle -> handle.execute(KEEP, name, HexFormat.of().formatHex(key), 0));
        return new GrowingFile(name, place(name), key);
    }

    /** Drops the key of a file, in the open transaction, and the file: nobody can read it any more. */
    public void erase(Handle handle, String sha256) {
        handle.execute(ERASE, sha256);
        try {
            Files.deleteIfExists(place(sha256));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Drops the key of a file, in the open transaction: once that is done nobody can read it any more, and
     * {@link #delete} takes it off the disk. Answers with whether there was one.
     */
    public boolean dropKey(Handle handle, String sha256) {
        return handle.execute(ERASE, sha256) > 0;
    }

    /** Takes a file off the disk whose key has been dropped; what cannot be deleted can be read by nobody. */
    public void delete(String sha256) {
        boolean kept = store.read(handle -> has(handle, sha256));
        if (!kept) {
            try {
                Files.deleteIfExists(place(sha256));
            } catch (IOException failed) {
                LOG.warn("a file without a key is still on disk", failed);
            }
        }
    }

    /** Clears away copies that an import left behind when its process was killed. Nobody may be importing. */
    public void sweep() throws IOException {
        if (!Files.isDirectory(staging())) {
            return;
        }
        try (Stream<Path> left = Files.list(staging())) {
            for (Path copy : left.toList()) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private Path staging() {
        return folder.resolve("staging");
    }

    private Path place(String sha256) {
        if (sha256.length() != 64 || !sha256.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
