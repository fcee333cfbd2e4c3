package org.moderationdesk.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import org.moderationdesk.db.BlobCipher;

/**
 * An encrypted file that is still being written, such as a livestream's recording. What fills a segment of 64 KiB can be
 * read at once, the rest once it is finished. For one thread at a time.
 */
public final class GrowingFile implements AutoCloseable {
    private final String name;
    private final FileChannel out;
    private final BlobCipher cipher;
    private final byte[] tail = new byte[BlobCipher.SEGMENT];
    private int filled;

    GrowingFile(String name, Path place, byte[] key) throws IOException {
        this.name = name;
        this.cipher = BlobCipher.encrypting(key);
        this.out = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** What it is asked for by, as other files are by their SHA-256. */
    public String name() {
        return name;
    }

    public void append(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            // A full segment waits for the next byte: only then is it known not to be the last.
            if (filled == tail.length) {
                write(false);
            }
            int count = Math.min(bytes.length - at, tail.length - filled);
            System.arraycopy(bytes, at, tail, filled, count);
            filled += count;
            at += count;
        }
    }

    /** Writes its end: from now on it is a file like any other, and one that was cut does not pass. */
    public void finish() throws IOException {
        write(true);
        out.force(true);
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(boolean last) throws IOException {
        try {
            ByteBuffer turned = ByteBuffer.wrap(cipher.next(tail, filled, last));
            while (turned.hasRemaining()) {
                out.write(turned);
            }
            filled = 0;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }
}
