package org.moderationdesk.db;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM over one file in segments, so that a file of any length is read and written as a stream and no byte of it
 * is given out before it is proved. A key serves one file. The nonce holds the segment's number and whether it is the
 * last: segments cannot be moved, and a cut file does not pass.
 */
public final class BlobCipher {
    /** Plain bytes in a segment; the last may hold fewer. */
    public static final int SEGMENT = 1 << 16;

    public static final int TAG = 16;

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final int mode;
    private long segment;

    private BlobCipher(byte[] key, int mode) {
        this.key = new SecretKeySpec(key, "AES");
        this.mode = mode;
    }

    public static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    public static BlobCipher encrypting(byte[] key) {
        return new BlobCipher(key, Cipher.ENCRYPT_MODE);
    }

    public static BlobCipher decrypting(byte[] key) {
        return new BlobCipher(key, Cipher.DECRYPT_MODE);
    }

    /** The next segment, turned. */
    public byte[] next(byte[] bytes, int length, boolean last) throws GeneralSecurityException {
        return turn(segment++, bytes, length, last);
    }

    /** A segment by its number, from 0, turned. */
    public byte[] turn(long number, byte[] bytes, int length, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(number);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce.array()));
        return cipher.doFinal(bytes, 0, length);
    }
}
