package org.moderationdesk.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.BlobCipher;

/** Copies a stream into an encrypted file, and tells its SHA-256 on the way. */
final class BlobOutput {
    private BlobOutput() {}

    /** What was copied: SHA-256 of the plain bytes, and how many. */
    record Copied(String sha256, long bytes) {}

    /** Writes all of {@code in} and returns once it is on disk. */
    static Copied copy(InputStream in, FileChannel out, byte[] key) throws IOException {
        MessageDigest sha = Sha256.digest();
        var cipher = BlobCipher.encrypting(key);
        long bytes = 0;
        byte[] segment = in.readNBytes(BlobCipher.SEGMENT);
        boolean last = false;
        while (!last) {
            byte[] ahead = in.readNBytes(BlobCipher.SEGMENT);
            last = ahead.length == 0;
            sha.update(segment);
            bytes += segment.length;
            write(out, cipher, segment, last);
            segment = ahead;
        }
        out.force(true);
        return new Copied(HexFormat.of().formatHex(sha.digest()), bytes);
    }

    private static void write(FileChannel out, BlobCipher cipher, byte[] segment, boolean last) throws IOException {
        try {
            ByteBuffer turned = ByteBuffer.wrap(cipher.next(segment, segment.length, last));
            while (turned.hasRemaining()) {
                out.write(turned);
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }
}
