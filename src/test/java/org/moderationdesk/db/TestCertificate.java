package org.moderationdesk.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate that vouches for itself and for one name, made by the JDK's own tool. */
final class TestCertificate {
    private static final String PASSWORD = "only for tests";

    private final Path certificate;
    private final String key;

    /**
     * @param folder where its files go
     * @param host the name that it proves
     */
    TestCertificate(Path folder, String host) {
        try {
            Path store = folder.resolve(host + ".p12");
            Process made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            host,
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + host,
                            "-ext",
                            "SAN=dns:" + host,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(host + ".said").toFile())
                    .start();
            if (made.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve(host + ".said")));
            }
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            certificate = Files.writeString(
                    folder.resolve(host + ".crt"),
                    pem("CERTIFICATE", keys.getCertificate(host).getEncoded()));
            key = pem("PRIVATE KEY", keys.getKey(host, PASSWORD.toCharArray()).getEncoded());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The certificate as a file, for those who trust it. */
    Path file() {
        return certificate;
    }

    /** Its private key, for the server. */
    String key() {
        return key;
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(encoded)
                + "\n-----END " + what + "-----\n";
    }
}
