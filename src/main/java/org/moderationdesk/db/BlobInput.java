package org.moderationdesk.db;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** Reads what {@link BlobCipher} encrypted, segment after segment. Fails where a bit of it was changed or its end is missing. */
public final class BlobInput extends InputStream {
    private final InputStream in;
    private final BlobCipher cipher;
    private byte[] ahead;
    private byte[] plain = new byte[0];
    private int at;
    private boolean done;

    public BlobInput(InputStream in, byte[] key) throws IOException {
        this.in = in;
        this.cipher = BlobCipher.decrypting(key);
        this.ahead = in.readNBytes(BlobCipher.SEGMENT + BlobCipher.TAG);
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        while (at == plain.length) {
            if (done) {
                return false;
            }
            byte[] segment = ahead;
            ahead = in.readNBytes(BlobCipher.SEGMENT + BlobCipher.TAG);
            done = ahead.length == 0;
            try {
                plain = cipher.next(segment, segment.length, done);
            } catch (GeneralSecurityException changed) {
                throw new IOException("an encrypted file was changed or cut on disk", changed);
            }
            at = 0;
        }
        return true;
    }
}
