package org.moderationdesk.media.worker;

import java.io.IOException;
import org.moderationdesk.media.BlobReader;

/** Plain bytes that are read from any place. For one thread at a time. */
interface Source extends AutoCloseable {
    long size();

    /** Whether more may come behind its end. */
    boolean isGrowing();

    /** Reads up to {@code length} bytes; none or fewer than none at the end. */
    int read(long at, byte[] into, int offset, int length) throws IOException;

    @Override
    void close() throws IOException;

    /** Of an encrypted file. */
    static Source of(BlobReader blob) {
        return new Source() {
            @Override
            public long size() {
                return blob.size();
            }

            @Override
            public boolean isGrowing() {
                return blob.isGrowing();
            }

            @Override
            public int read(long at, byte[] into, int offset, int length) throws IOException {
                return blob.read(at, into, offset, length);
            }

            @Override
            public void close() throws IOException {
                blob.close();
            }
        };
    }

    /** Of bytes in memory. */
    static Source of(byte[] bytes) {
        return new Source() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public boolean isGrowing() {
                return false;
            }

            @Override
            public int read(long at, byte[] into, int offset, int length) {
                int count = (int) Math.clamp(bytes.length - at, 0, length);
                System.arraycopy(bytes, (int) Math.min(at, bytes.length), into, offset, count);
                return count;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
