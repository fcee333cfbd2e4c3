package org.moderationdesk.db;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** One way to the file key: as it is, or wrapped with AES-256-GCM under a passphrase or the recovery key. */
sealed interface KeySlot {
    /** The slot as the key file writes it. */
    Map<String, ?> written();

    /** The file key as it is: who has the key file has the store. */
    record Bare(FileKey key) implements KeySlot {
        @Override
        public Map<String, ?> written() {
            return Map.of("kind", "bare", "key", HexFormat.of().formatHex(key.bytes()));
        }
    }

    /** Under Argon2id of a passphrase. */
    record ForPassphrase(Cost cost, Wrapped wrapped) implements KeySlot {
        static ForPassphrase wrap(FileKey key, String passphrase, String store) {
            byte[] salt = Wrapped.random(Wrapped.SALT_BYTES);
            var cost = Cost.USUAL;
            return new ForPassphrase(cost, Wrapped.wrap(key, cost.stretch(passphrase, salt), salt, label(store, cost)));
        }

        /** The key, or empty where the passphrase is another one. */
        Optional<FileKey> unwrap(String passphrase, String store) {
            return wrapped.unwrap(cost.stretch(passphrase, wrapped.salt()), label(store, cost));
        }

        private static String label(String store, Cost cost) {
            return "moderation desk key slot 1|" + store + "|passphrase|" + cost;
        }

        @Override
        public Map<String, ?> written() {
            return Map.of(
                    "kind", "passphrase",
                    "memoryKiB", cost.memoryKiB(),
                    "passes", cost.passes(),
                    "salt", HexFormat.of().formatHex(wrapped.salt()),
                    "nonce", HexFormat.of().formatHex(wrapped.nonce()),
                    "key", HexFormat.of().formatHex(wrapped.sealed()));
        }
    }

    /** Under HKDF-SHA256 of the recovery key, which is random and needs no stretching. */
    record ForRecovery(Wrapped wrapped) implements KeySlot {
        static ForRecovery wrap(FileKey key, RecoveryKey recovery, String store) {
            byte[] salt = Wrapped.random(Wrapped.SALT_BYTES);
            return new ForRecovery(Wrapped.wrap(key, derive(recovery, salt), salt, label(store)));
        }

        /** The key, or empty where the recovery key is another one. */
        Optional<FileKey> unwrap(RecoveryKey recovery, String store) {
            return wrapped.unwrap(derive(recovery, wrapped.salt()), label(store));
        }

        private static String label(String store) {
            return "moderation desk key slot 1|" + store + "|recovery";
        }

        private static SecretKey derive(RecoveryKey recovery, byte[] salt) {
            try {
                var parameters = HKDFParameterSpec.ofExtract()
                        .addIKM(recovery.bytes())
                        .addSalt(salt)
                        .thenExpand("key slot".getBytes(StandardCharsets.US_ASCII), FileKey.BYTES);
                return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("the platform lacks HKDF", impossible);
            }
        }

        @Override
        public Map<String, ?> written() {
            return Map.of(
                    "kind", "recovery",
                    "salt", HexFormat.of().formatHex(wrapped.salt()),
                    "nonce", HexFormat.of().formatHex(wrapped.nonce()),
                    "key", HexFormat.of().formatHex(wrapped.sealed()));
        }
    }

    /** What Argon2id costs; one lane. */
    record Cost(int memoryKiB, int passes) {
        static final Cost USUAL = new Cost(64 * 1024, 3);
        private static final int MOST_MEMORY_KIB = 1024 * 1024;
        private static final int MOST_PASSES = 64;

        public Cost {
            if (memoryKiB < 8 || memoryKiB > MOST_MEMORY_KIB || passes < 1 || passes > MOST_PASSES) {
                throw new IllegalArgumentException("no such cost");
            }
        }

        SecretKey stretch(String passphrase, byte[] salt) {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKiB)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] stretched = new byte[FileKey.BYTES];
            generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), stretched);
            return new SecretKeySpec(stretched, "AES");
        }
    }

    /** A wrapped key and what its unwrapping needs besides the secret. */
    final class Wrapped {
        static final int SALT_BYTES = 16;
        private static final int NONCE_BYTES = 12;
        private static final int TAG_BITS = 128;

        private final byte[] salt;
        private final byte[] nonce;
        private final byte[] sealed;

        Wrapped(byte[] salt, byte[] nonce, byte[] sealed) {
            this.salt = salt.clone();
            this.nonce = nonce.clone();
            this.sealed = sealed.clone();
        }

        static Wrapped wrap(FileKey key, SecretKey under, byte[] salt, String label) {
            byte[] nonce = random(NONCE_BYTES);
            try {
                return new Wrapped(
                        salt,
                        nonce,
                        cipher(Cipher.ENCRYPT_MODE, under, nonce, label).doFinal(key.bytes()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("the platform lacks AES-GCM", impossible);
            }
        }

        Optional<FileKey> unwrap(SecretKey under, String label) {
            try {
                byte[] key = cipher(Cipher.DECRYPT_MODE, under, nonce, label).doFinal(sealed);
                return Optional.of(new FileKey(key));
            } catch (AEADBadTagException another) {
                return Optional.empty();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("the platform lacks AES-GCM", impossible);
            }
        }

        byte[] salt() {
            return salt.clone();
        }

        byte[] nonce() {
            return nonce.clone();
        }

        byte[] sealed() {
            return sealed.clone();
        }

        static byte[] random(int length) {
            byte[] bytes = new byte[length];
            new SecureRandom().nextBytes(bytes);
            return bytes;
        }

        private static Cipher cipher(int mode, SecretKey under, byte[] nonce, String label)
                throws GeneralSecurityException {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, under, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Wrapped that
                    && Arrays.equals(salt, that.salt)
                    && Arrays.equals(nonce, that.nonce)
                    && Arrays.equals(sealed, that.sealed);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(sealed);
        }
    }
}
