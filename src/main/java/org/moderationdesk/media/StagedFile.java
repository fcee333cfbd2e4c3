package org.moderationdesk.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An encrypted copy of a file that is not kept yet. Closing it lets go of a copy that nobody kept. */
public final class StagedFile implements AutoCloseable {
    private final Path copy;
    private final byte[] key;
    private final BlobOutput.Copied copied;

    StagedFile(Path copy, byte[] key, BlobOutput.Copied copied) {
        this.copy = copy;
        this.key = key.clone();
        this.copied = copied;
    }

    /** SHA-256 of the file as it was found. */
    public String sha256() {
        return copied.sha256();
    }

    public long bytes() {
        return copied.bytes();
    }

    /** Where the copy lies and its key, for a process that reads nothing else. */
    public Blob blob() {
        return new Blob(copy, key(), false);
    }

    Path copy() {
        return copy;
    }

    byte[] key() {
        return key.clone();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
    }
}
