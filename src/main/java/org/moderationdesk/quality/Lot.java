package org.moderationdesk.quality;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws lots: from the plan's version, the decision and the stratum follows one number, the same on every desk of the
 * store, and not to be guessed by whoever does not know the secret (HMAC with SHA-256, RFC 2104). Safe for any thread.
 */
final class Lot {
    private static final String ALGORITHM = "HmacSHA256";
    private static final double STEPS = 0x1p53;

    private final SecretKeySpec key;

    /** @param secret 64 hexadecimal digits */
    Lot(String secret) {
        key = new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM);
    }

    /** From 0 up to, and without, 1; any as likely as any other. */
    double of(int version, String decisionId, Stratum stratum) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] sum = mac.doFinal(
                    (version + "\n" + decisionId + "\n" + stratum.stored()).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(sum).getLong() >>> 11) / STEPS;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", missing);
        }
    }
}
