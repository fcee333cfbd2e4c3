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
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;

    private final Dossiers dossiers;
    private final Checkpoints checkpoints;

    public DossierFiles(Dossiers dossiers, Checkpoints checkpoints) {
        this.dossiers = dossiers;
        this.checkpoints = checkpoints;
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
     * @throws IOException when the file is there or cannot be written
     */
    public Written zip(Person by, String dossierId, Path file, char[] password, Progress progress) throws IOException {
        requirePassword(password);
        Dossiers.Documents documents = dossiers.documents(by, dossierId);
        Dossier dossier = documents.dossier();
        Checkpoints.Proof proof = checkpoints.proof(dossier.entry(), by, progress);
        var parts = List.of(
                new SealedZip.Part("dossier.pdf", documents.pdf()),
                new SealedZip.Part("dossier.json", documents.json()),
                new SealedZip.Part("proof.tlog", proof.text().getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> facts = Map.of(
                "dossier", dossier.id(),
                "entry", dossier.entry(),
                "entries", proof.size(),
                "head", proof.head(),
                "key", proof.key());
        return write(by, dossier, file, out -> SealedZip.write(out, password, parts, facts));
    }

    /**
     * Writes the PDF alone.
     *
     * @throws IOException when the file is there or cannot be written
     */
    public Written pdf(Person by, String dossierId, Path file, char[] password) throws IOException {
        requirePassword(password);
        Dossiers.Documents documents = dossiers.documents(by, dossierId);
        return write(by, documents.dossier(), file, out -> DossierPdf.seal(documents.pdf(), password, out));
    }

    private Written write(Person by, Dossier dossier, Path wanted, Writing writing) throws IOException {
        Path file = wanted.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new FileSystemException(file.toString());
        }
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = Files.createTempFile(folder, "dossier", ".part");
        try {
            MessageDigest sha = Sha256.digest();
            try (OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), sha)) {
                writing.to(out);
            }
            String hash = HexFormat.of().formatHex(sha.digest());
            dossiers.told(by, dossier, hash);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new Written(file, hash, Files.size(file));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void requirePassword(char[] password) {
        boolean plain = new String(password).chars().allMatch(letter -> letter > 0x20 && letter < 0x7F);
        if (!plain || password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
            throw new AuthorityRefused(Why.PASSWORD);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
