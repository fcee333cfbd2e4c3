package org.moderationdesk.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.moderationdesk.base.Sha256;

/**
 * The Ed25519 key that a log's checkpoints are signed with, from the JDK.
 *
 * @param publicKey X.509, in base64
 * @param privateKey PKCS #8, in base64
 */
record CheckpointKey(String publicKey, String privateKey) {
    private static final String ALGORITHM = "Ed25519";
    private static final byte C2SP_ED25519 = 1;
    private static final int RAW_BYTES = 32;
    private static final int ID_BYTES = 4;

    static CheckpointKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return new CheckpointKey(
                    base64.encodeToString(pair.getPublic().getEncoded()),
                    base64.encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has Ed25519", impossible);
        }
    }

    /** 64 bytes. */
    byte[] sign(String text) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return signing.sign();
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("the checkpoint key cannot sign", damaged);
        }
    }

    boolean signed(String text, byte[] signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Signature checking = Signature.getInstance(ALGORITHM);
            checking.initVerify(key);
            checking.update(text.getBytes(StandardCharsets.UTF_8));
            return checking.verify(signature);
        } catch (GeneralSecurityException damaged) {
            return false;
        }
    }

    /** The four bytes that C2SP signed-note names a key by, under this name. */
    byte[] id(String name) {
        var sha = Sha256.digest();
        sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update(C2SP_ED25519);
        return Arrays.copyOf(sha.digest(raw()), ID_BYTES);
    }

    /** As C2SP signed-note writes a key to verify with: name, id and key. Somebody outside keeps this line. */
    String written(String name) {
        byte[] key = new byte[RAW_BYTES + 1];
        key[0] = C2SP_ED25519;
        System.arraycopy(raw(), 0, key, 1, RAW_BYTES);
        return name + "+" + HexFormat.of().formatHex(id(name)) + "+"
                + Base64.getEncoder().encodeToString(key);
    }

    private byte[] raw() {
        byte[] encoded = Base64.getDecoder().decode(publicKey);
        return Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length);
    }
}
