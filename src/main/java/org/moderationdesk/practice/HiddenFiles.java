package org.moderationdesk.practice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.intake.Alongside.Content;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.MediaStore;

/**
 * The files of practice as those of a test. Each is a file of its own, kept when its case comes in: some bytes at its end
 * that no player shows give it another hash, so that it is nowhere the same as what is practised on, or as another test.
 */
final class HiddenFiles {
    private static final int SALT_BYTES = 16;
    private static final int BUFFER = 65_536;
    /** Of containers that end where their own length says, or that pass over a box called free. */
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "webp", "mp4", "m4a", "m4v", "mov");

    private final MediaStore media;

    HiddenFiles(MediaStore media) {
        this.media = media;
    }

    /** Whether all files that are named are here, of a kind that can be given a test. */
    boolean areWhole(List<MediaFile> files) {
        return files.stream().filter(file -> file.path() != null).allMatch(this::isWhole);
    }

    private boolean isWhole(MediaFile file) {
        String hash = file.sha256();
        return hash != null
                && ENDINGS.contains(ending(Objects.requireNonNull(file.path())))
                && media.blob(hash).filter(blob -> !blob.mayGrow()).isPresent();
    }

    /** Without its dot, in lower case; empty for none. */
    static String ending(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** What they are read from, by their positions. */
    Map<Integer, Content> contents(List<MediaFile> files, Random random) {
        Map<Integer, Content> all = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            String hash = files.get(i).sha256();
            if (files.get(i).path() != null && hash != null) {
                byte[] end = end(random);
                all.put(i, () -> salted(hash, end));
            }
        }
        return all;
    }

    private InputStream salted(String hash, byte[] end) throws IOException {
        InputStream whole = media.open(hash).orElseThrow(() -> new IOException("a file of practice is gone"));
        return new SequenceInputStream(whole, new ByteArrayInputStream(end));
    }

    private static byte[] end(Random random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] name = "free".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Integer.BYTES + name.length + SALT_BYTES)
                .putInt(Integer.BYTES + name.length + SALT_BYTES)
                .put(name)
                .put(salt)
                .array();
    }

    /** The hash of what this gives; null where it cannot be read. */
    static @Nullable String hash(Content content) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = content.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException gone) {
            return null;
        }
    }
}
