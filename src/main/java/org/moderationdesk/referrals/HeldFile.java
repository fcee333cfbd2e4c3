package org.moderationdesk.referrals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.moderationdesk.media.MediaStore;

/** A file that the desk holds, read as it is sent: it lies nowhere in the clear. */
record HeldFile(MediaStore media, String sha256, long bytes) implements FileBody {
    @Override
    public InputStream open() throws IOException {
        return media.open(sha256).orElseThrow(() -> new NoSuchFileException("a file of a filing"));
    }
}
