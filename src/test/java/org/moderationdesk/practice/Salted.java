package org.moderationdesk.practice;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.MediaStore;

/** A file of practice as that of a hidden test. */
public final class Salted {
    private Salted() {}

    /** @param sha256 of one that is kept, whatever its name says */
    public static byte[] of(MediaStore media, String sha256, long seed) throws IOException {
        var file = new MediaFile("media-1", null, sha256, null, null, null, Map.of());
        var contents = new HiddenFiles(media).contents(List.of(file), new Random(seed));
        if (contents.isEmpty()) {
            throw new IOException("of no form that can be given a test");
        }
        try (InputStream in = contents.values().iterator().next().open()) {
            return in.readAllBytes();
        }
    }
}
