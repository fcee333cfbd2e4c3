package org.moderationdesk.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * One file that a desk keeps beside its store and could make anew. AES-256-GCM in segments; the key follows from the
 * store's and from what the file begins with, so that no two writings share one. Nothing of it is on disk in the clear.
 * One thread at a time.
 */
public final class SealedFile {
    private static final byte[] MAGIC = {'M', 'D', 'S', 'F', 0, 0, 0, 1};
    private static final int SALT = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final String purpose;
    private final FileKey key;

    SealedFile(Path path, String purpose, FileKey key) {
        this.path = path;
        this.purpose = purpose;
        this.key = key;
    }

    /** Writes what goes into the file. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Writes the file whole or not at all, in the place of the one before, and returns once it is on disk. */
    public void write(Content content) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(part);
        byte[] head = Arrays.copyOf(MAGIC, MAGIC.length + SALT);
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        System.arraycopy(salt, 0, head, MAGIC.length, SALT);
        try (FileChannel channel = OwnFiles.create(part)) {
            write(channel, ByteBuffer.wrap(head));
            try (var out = new Segments(channel, BlobCipher.encrypting(keyOf(head)))) {
                content.to(out);
            }
            channel.force(true);
        }
        OwnFiles.move(part, path);
    }

    /**
     * Opens it for reading.
     *
     * @throws IOException also later, while it is read: when it is missing, cut, changed, or of another store
     */
    public InputStream read() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path), BlobCipher.SEGMENT);
        byte[] head = in.readNBytes(MAGIC.length + SALT);
        if (head.length < MAGIC.length + SALT || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            in.close();
            throw new IOException("not a file of a desk, or its beginning is missing");
        }
        return new BlobInput(in, keyOf(head));
    }

    /** Whether there is one; it may be of no use all the same. */
    public boolean exists() {
        return Files.exists(path);
    }

    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private byte[] keyOf(byte[] head) {
        return key.authentic("file " + purpose, head);
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Gathers segments; the last one is written when it is closed. */
    private static final class Segments extends OutputStream {
        private final FileChannel channel;
        private final BlobCipher cipher;
        private final byte[] segment = new byte[BlobCipher.SEGMENT];
        private int filled;

        Segments(FileChannel channel, BlobCipher cipher) {
            this.channel = channel;
            this.cipher = cipher;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                if (filled == segment.length) {
                    turn(false);
                }
                int some = Math.min(left, segment.length - filled);
                System.arraycopy(bytes, from, segment, filled, some);
                filled += some;
                from += some;
                left -= some;
            }
        }

        @Override
        public void close() throws IOException {
            turn(true);
        }

        private void turn(boolean last) throws IOException {
            try {
                SealedFile.write(channel, ByteBuffer.wrap(cipher.next(segment, filled, last)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java platform has AES-GCM", impossible);
            }
            filled = 0;
        }
    }
}
