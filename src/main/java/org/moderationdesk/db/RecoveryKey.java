package org.moderationdesk.db;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.moderationdesk.base.Sha256;

/**
 * A random 160-bit key that a person can write down: shown once, kept nowhere. Written as nine groups of four in
 * Crockford's base 32, which has no I, L, O and U; the last group is a checksum of 20 bits.
 */
public final class RecoveryKey {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 20;
    private static final int KEY_DIGITS = 32;
    private static final int CHECK_DIGITS = 4;
    private static final int GROUP = 4;

    private final byte[] bytes;

    private RecoveryKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static RecoveryKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new RecoveryKey(bytes);
    }

    /** Reads what a person typed; empty where a digit is missing or the checksum says that one is wrong. */
    static Optional<RecoveryKey> typed(String text) {
        String digits = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (digits.length() != KEY_DIGITS + CHECK_DIGITS
                || digits.chars().anyMatch(digit -> DIGITS.indexOf(digit) < 0)) {
            return Optional.empty();
        }
        var key = new RecoveryKey(fixedLength(number(digits.substring(0, KEY_DIGITS))));
        return key.digits().equals(digits) ? Optional.of(key) : Optional.empty();
    }

    /** Whether this is a recovery key by its form and checksum, rather than a passphrase. */
    public static boolean isOne(String text) {
        return typed(text).isPresent();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As it is shown and written down. */
    public String written() {
        return digits().replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    @Override
    public String toString() {
        return "RecoveryKey";
    }

    private String digits() {
        byte[] check = HexFormat.of().parseHex(Sha256.of(bytes).substring(0, 6));
        return text(new BigInteger(1, bytes), KEY_DIGITS) + text(new BigInteger(1, check).shiftRight(4), CHECK_DIGITS);
    }

    private static String text(BigInteger number, int length) {
        var digits = new char[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt(rest.intValue() & 31);
            rest = rest.shiftRight(5);
        }
        return new String(digits);
    }

    private static BigInteger number(String digits) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < digits.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(DIGITS.indexOf(digits.charAt(i))));
        }
        return number;
    }

    private static byte[] fixedLength(BigInteger number) {
        byte[] bytes = number.toByteArray();
        if (bytes.length > BYTES) {
            return Arrays.copyOfRange(bytes, bytes.length - BYTES, bytes.length);
        }
        byte[] padded = new byte[BYTES];
        System.arraycopy(bytes, 0, padded, BYTES - bytes.length, bytes.length);
        return padded;
    }
}
