package org.moderationdesk.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password by Argon2id, in the text form that other tools read as well:
 * {@code $argon2id$v=19$m=65536,t=3,p=1$salt$hash}.
 */
record PasswordHash(int memoryKiB, int passes, String salt, String hash) {
    /** More than OWASP's least (19 MiB and 2 passes, or 46 MiB and 1): the desk signs in one person at a time. */
    static final int MEMORY_KIB = 64 * 1024;

    static final int PASSES = 3;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_MEMORY_KIB = 1024 * 1024;
    private static final int MOST_PASSES = 64;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    PasswordHash {
        if (memoryKiB < 8 || memoryKiB > MOST_MEMORY_KIB || passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("no such cost");
        }
    }

    static PasswordHash of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String hash = ENCODER.encodeToString(stretch(password, salt, MEMORY_KIB, PASSES));
        return new PasswordHash(MEMORY_KIB, PASSES, ENCODER.encodeToString(salt), hash);
    }

    /** What a name that nobody has is compared with, so that it costs the same time. No password fits it. */
    static PasswordHash ofNobody() {
        return new PasswordHash(MEMORY_KIB, PASSES, "A".repeat(22), "A".repeat(43));
    }

    /** @throws IllegalArgumentException when it is not the text of a hash */
    static PasswordHash parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the text of a password's hash");
        }
        return new PasswordHash(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3), parts.group(4));
    }

    /** Compared in a time that does not depend on where they differ. */
    boolean fits(String password) {
        byte[] stretched = stretch(password, Base64.getDecoder().decode(salt), memoryKiB, passes);
        return MessageDigest.isEqual(stretched, Base64.getDecoder().decode(hash));
    }

    String text() {
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(memoryKiB, passes, salt, hash);
    }

    @Override
    public String toString() {
        return "PasswordHash[m=%d,t=%d]".formatted(memoryKiB, passes);
    }

    private static byte[] stretch(String password, byte[] salt, int memoryKiB, int passes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKiB)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] stretched = new byte[HASH_BYTES];
        generator.generateBytes(PasswordRules.normal(password).getBytes(StandardCharsets.UTF_8), stretched);
        return stretched;
    }
}
