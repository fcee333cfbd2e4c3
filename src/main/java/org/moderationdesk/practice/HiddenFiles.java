package org.moderationdesk.practice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.intake.Alongside.Content;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.MediaStore;

/**
 * The files of practice as those of a test. Each is a file of its own, kept when its case comes in: some bytes in it that
 * no player shows give it another hash, so that it is nowhere the same as what is practised on, or as another test.
 */
final class HiddenFiles {
    private static final int SALT_BYTES = 16;
    private static final int BUFFER = 65_536;

    private final MediaStore media;

    HiddenFiles(MediaStore media) {
        this.media = media;
    }

    /**
     * The same item, the names of its files ending as what they are; empty where one that is named is not here, grows
     * still, or is of no form that can be given a test.
     */
    Optional<FlaggedItem> whole(FlaggedItem practice) {
        List<MediaFile> files = practice.item().media();
        if (files.isEmpty()) {
            return Optional.of(practice);
        }
        List<MediaFile> named = new ArrayList<>();
        for (MediaFile file : files) {
            Optional<MediaFile> whole = file.path() == null ? Optional.of(file) : whole(file, file.path());
            whole.ifPresent(named::add);
        }
        return named.size() < files.size()
                ? Optional.empty()
                : Optional.of(
                        new FlaggedItem(practice.item().with(named), practice.reports(), practice.historyGiven()));
    }

    private Optional<MediaFile> whole(MediaFile file, String path) {
        String hash = file.sha256();
        if (hash == null || media.blob(hash).filter(blob -> !blob.mayGrow()).isEmpty()) {
            return Optional.empty();
        }
        byte[] first = first(hash);
        return FileForm.of(first).map(form -> {
            String ending = form.ending(ending(path), file.mime(), first);
            return new MediaFile(
                    ending.equals(ending(path)) ? path : path + "." + ending,
                    file.mime(),
                    hash,
                    file.width(),
                    file.height(),
                    file.durationMs(),
                    file.extra());
        });
    }

    /** None where it cannot be read. */
    private byte[] first(String hash) {
        try (InputStream in = media.open(hash).orElseThrow(() -> new IOException("a file of practice is gone"))) {
            return in.readNBytes(FileForm.FIRST_BYTES);
        } catch (IOException gone) {
            return new byte[0];
        }
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
            int at = i;
            String hash = files.get(i).sha256();
            if (files.get(i).path() != null && hash != null) {
                byte[] salt = new byte[SALT_BYTES];
                random.nextBytes(salt);
                FileForm.of(first(hash)).ifPresent(form -> all.put(at, () -> salted(hash, form, salt)));
            }
        }
        return all;
    }

    private InputStream salted(String hash, FileForm form, byte[] salt) throws IOException {
        InputStream whole = media.open(hash).orElseThrow(() -> new IOException("a file of practice is gone"));
        byte[] head = whole.readNBytes(form.headBytes());
        return new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(form.before(head, salt)), whole),
                new ByteArrayInputStream(form.after(salt)));
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
