package org.moderationdesk.db;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The random 256-bit key of one store's file. Other keys of the store are derived from it, one for each purpose. */
final class FileKey {
    static final int BYTES = 32;

    private final byte[] bytes;

    FileKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a file key has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    static FileKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new FileKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What H2 wants: the file's password, a blank, the user's password. */
    String h2Password() {
        return HexFormat.of().formatHex(bytes) + " " + HexFormat.of().formatHex(authentic("h2 user", new byte[0]));
    }

    /** HMAC-SHA256 over the purpose and the data: only who holds the key can make it. */
    byte[] authentic(String purpose, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            mac.update((purpose + "\n").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return "FileKey";
    }
}
