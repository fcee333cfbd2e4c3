package org.moderationdesk.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets one process at a time open the store, and tells the others who has it. The lock goes with its process. */
final class StoreLock implements AutoCloseable {
    /** Far behind the words, so that others can read them also where a lock keeps readers out. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int MOST_BYTES = 4096;

    private final Path file;
    private final boolean isNew;
    private final FileChannel channel;
    private final FileLock lock;

    private StoreLock(Path file, boolean isNew, FileChannel channel, FileLock lock) {
        this.file = file;
        this.isNew = isNew;
        this.channel = channel;
        this.lock = lock;
    }

    static StoreLock take(DeskFolder folder, InstantSource clock) throws StoreRefused {
        Path file = folder.lockFile();
        try {
            boolean isNew = !Files.exists(file);
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                Holder holder = holder(channel);
                channel.close();
                throw new StoreRefused(new StoreRefused.InUse(holder));
            }
            var taken = new StoreLock(file, isNew, channel, lock.get());
            taken.say(clock.instant());
            return taken;
        } catch (IOException unwritable) {
            throw new StoreRefused(new StoreRefused.ReadOnly(folder.home()), unwritable);
        }
    }

    /** Gives the store free; again does nothing. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
            lock.release();
        } catch (IOException gone) {
            throw new StoreException("the lock could not be given back", gone);
        }
    }

    /** Gives the store free as if it had never been asked for. */
    void undo() {
        close();
        try {
            if (isNew) {
                Files.deleteIfExists(file);
            }
        } catch (IOException gone) {
            throw new StoreException("the lock could not be given back", gone);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    private void say(Instant since) throws IOException {
        String words = CanonicalJson.write(Map.of(
                "process", ProcessHandle.current().pid(),
                "user", System.getProperty("user.name", ""),
                "host", host(),
                "since", since.toEpochMilli()));
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static @Nullable Holder holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(MOST_BYTES);
        channel.read(bytes, 0);
        try {
            JsonNode said = JsonMapper.shared().readTree(bytes.array(), 0, bytes.position());
            return new Holder(
                    said.required("process").longValue(),
                    said.required("user").stringValue(),
                    said.required("host").stringValue(),
                    Instant.ofEpochMilli(said.required("since").longValue()));
        } catch (JacksonException notYetWritten) {
            return null;
        }
    }

    /** The computer's name without asking the network, which may take seconds to answer. */
    private static String host() throws IOException {
        for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        Path file = Path.of("/etc/hostname");
        return Files.isReadable(file) ? Files.readString(file).strip() : "localhost";
    }
}
