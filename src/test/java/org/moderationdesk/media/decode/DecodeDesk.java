package org.moderationdesk.media.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.StagedFile;

/** A media folder and a decoder over it, with real workers. */
public final class DecodeDesk implements AutoCloseable {
    /** One for all tests: unpacking takes its time. */
    public static final WorkerLaunch LAUNCH = new WorkerLaunch(Path.of("target", "natives"));

    private final Store store = TestStore.create();
    private final Path folder;
    private final MediaStore media;
    private final Decoder decoder;

    public DecodeDesk(Path folder) {
        this(folder, DecodeLimits.USUAL);
    }

    public DecodeDesk(Path folder, DecodeLimits limits) {
        this.folder = folder;
        this.media = new MediaStore(folder.resolve("media"), store);
        this.decoder = new Decoder(media, LAUNCH, limits);
    }

    public MediaStore media() {
        return media;
    }

    public Decoder decoder() {
        return decoder;
    }

    /** Keeps a file, encrypted, and tells its hash. The plain one is gone again when this returns. */
    public String keep(byte[] file) throws IOException {
        Files.createDirectories(folder);
        Path plain = Files.write(folder.resolve("plain"), file);
        try (StagedFile staged = media.stage(plain)) {
            store.write(handle -> {
                media.keep(handle, staged);
                return null;
            });
            return staged.sha256();
        } finally {
            Files.delete(plain);
        }
    }

    public Clip open(byte[] file) throws IOException, MediaRefused {
        return decoder.open(keep(file));
    }

    @Override
    public void close() {
        decoder.close();
        store.close();
    }
}
