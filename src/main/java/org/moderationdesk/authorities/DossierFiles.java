package org.moderationdesk.authorities;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.moderationdesk.authorities.AuthorityRefused.Why;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.Progress;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.staff.Person;

/**
 * Writes dossiers to files that only a password opens, for the channel that the operator uses. What is on the way to the
 * disk is encrypted already. Not for the JavaFX thread.
 */
public final class DossierFiles {
    /** What lies in the ZIP. */
    public static final String PDF = "dossier.pdf";

    public static final String JSON = "dossier.json";
    public static final String PROOF = "proof.tlog";
    public static final String MANIFEST = SealedZip.MANIFEST;

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;

    private final Dossiers dossiers;
    private final Checkpoints checkpoints;

    public DossierFiles(Dossiers dossiers, Checkpoints checkpoints) {
        this.dossiers = dossiers;
        this.checkpoints = checkpoints;
    }

    /**
     * Where to.
     *
     * @param replace whether what is there already may go
     */
    public record Wanted(Path file, boolean replace) {
        /** A file of that name, which must not be there. */
        public static Wanted fresh(Path file) {
            return new Wanted(file, false);
        }

        Path checked() throws IOException {
            Path whole = file.toAbsolutePath().normalize();
            if (whole.getParent() == null || Files.isDirectory(whole)) {
                throw new FileSystemException(whole.toString());
            }
            if (!replace && Files.exists(whole)) {
                throw new FileAlreadyExistsException(whole.toString());
            }
            return whole;
        }
    }

    /**
     * What was written.
     *
     * @param sha256 of the file
     */
    public record Written(Path file, String sha256, long bytes) {}

    /**
     * Writes a ZIP of both documents, a proof that the log tells of them, and a manifest.
     *
     * @param progress in entries of the log
     * @throws IOException when the file is there and is not to be replaced, or cannot be written
     */
    public Written zip(Person by, String dossierId, Wanted file, char[] password, Progress progress)
            throws IOException {
        requirePassword(password);
        Dossiers.Documents documents = dossiers.documents(by, dossierId);
        Dossier dossier = documents.dossier();
        Checkpoints.Proof proof = checkpoints.proof(dossier.entry(), by, progress);
        var parts = List.of(
                new SealedZip.Part(PDF, documents.pdf()),
                new SealedZip.Part(JSON, documents.json()),
                new SealedZip.Part(PROOF, proof.text().getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> facts = Map.of(
                "dossier", dossier.id(),
                "entry", dossier.entry(),
                "entries", proof.size(),
                "head", proof.head(),
                "key", proof.key());
        return write(by, dossier, file, progress, out -> SealedZip.write(out, password, parts, facts));
    }

    /**
     * Writes the PDF alone.
     *
     * @throws IOException when the file is there and is not to be replaced, or cannot be written
     */
    public Written pdf(Person by, String dossierId, Wanted file, char[] password, Progress progress)
            throws IOException {
        requirePassword(password);
        Dossiers.Documents documents = dossiers.documents(by, dossierId);
        return write(by, documents.dossier(), file, progress, out -> DossierPdf.seal(documents.pdf(), password, out));
    }

    /**
     * Writes what an authority gave or answered, as it was entered: no password is on it, and it is never anywhere but
     * where it was asked for.
     *
     * @throws IOException when the file is there and is not to be replaced, or cannot be written
     */
    public Written document(Person by, Receipt receipt, Wanted wanted) throws IOException {
        byte[] bytes = dossiers.document(by, receipt);
        Dossier dossier = dossiers.find(by, receipt.dossierId())
                .orElseThrow(() -> new AuthorityRefused(Why.NO_SUCH_DOSSIER))
                .dossier();
        Path file = wanted.checked();
        String hash = Sha256.of(bytes);
        dossiers.told(by, dossier, "DOSSIER_DOCUMENT", hash);
        Files.write(
                file,
                bytes,
                StandardOpenOption.WRITE,
                wanted.replace() ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
                StandardOpenOption.TRUNCATE_EXISTING);
        return new Written(file, hash, bytes.length);
    }

    private Written write(Person by, Dossier dossier, Wanted wanted, Progress progress, Writing writing)
            throws IOException {
        Path file = wanted.checked();
        Path part = Files.createTempFile(file.getParent(), "dossier", ".part");
        try {
            MessageDigest sha = Sha256.digest();
            try (OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), sha)) {
                writing.to(out);
            }
            progress.pass(0, 0);
            String hash = HexFormat.of().formatHex(sha.digest());
            dossiers.told(by, dossier, "DOSSIER", hash);
            Files.move(part, wanted.checked(), StandardCopyOption.ATOMIC_MOVE);
            return new Written(file, hash, Files.size(file));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Whether a file may have this password. */
    public static boolean isPassword(char[] password) {
        boolean plain = true;
        for (char letter : password) {
            plain &= letter > 0x20 && letter < 0x7F;
        }
        return plain && password.length >= SHORTEST_PASSWORD && password.length <= LONGEST_PASSWORD;
    }

    private static void requirePassword(char[] password) {
        if (!isPassword(password)) {
            throw new AuthorityRefused(Why.PASSWORD);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
