package org.moderationdesk.authorities;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.AesVersion;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Sha256;

/**
 * Writes files as a ZIP that only a password opens (AES-256 after WinZip's AE-2, which 7-Zip, WinZip and libarchive read),
 * with a manifest of their SHA-256. Straight to where it goes: nothing of it is ever anywhere in the clear.
 */
final class SealedZip {
    static final String MANIFEST = "manifest.json";

    private static final String FORM = "moderation-desk manifest 1";

    private SealedZip() {}

    /** @param name says nothing of what is in it: names in a ZIP are not encrypted */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Part(String name, byte[] bytes) {}

    /**
     * Writes it, with the manifest last.
     *
     * @param facts what the manifest says besides, of the types that canonical JSON writes
     */
    static void write(OutputStream out, char[] password, List<Part> parts, Map<String, Object> facts)
            throws IOException {
        List<Object> files = new ArrayList<>();
        try (var zip = new ZipOutputStream(out, password, StandardCharsets.UTF_8)) {
            for (Part part : parts) {
                add(zip, part);
                files.add(Map.of(
                        "name", part.name(), "sha256", Sha256.of(part.bytes()), "bytes", (long) part.bytes().length));
            }
            Map<String, Object> manifest = Map.of("form", FORM, "files", files, "about", facts);
            add(zip, new Part(MANIFEST, CanonicalJson.write(manifest).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void add(ZipOutputStream zip, Part part) throws IOException {
        var how = new ZipParameters();
        how.setFileNameInZip(part.name());
        how.setCompressionMethod(CompressionMethod.DEFLATE);
        how.setEncryptFiles(true);
        how.setEncryptionMethod(EncryptionMethod.AES);
        how.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        // The second version keeps no checksum of the content in the clear.
        how.setAesVersion(AesVersion.TWO);
        zip.putNextEntry(how);
        zip.write(part.bytes());
        zip.closeEntry();
    }
}
