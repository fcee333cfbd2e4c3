package org.moderationdesk.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Encoder;
import org.moderationdesk.media.decode.SoundOrder;
import org.moderationdesk.media.decode.WorkerLaunch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that encodes, as long as a queue is being made; or none, and the sample desk has no clips to play. */
final class Film implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Film.class);

    private static final int TRIED = 4_096;

    private final @Nullable Encoder encoder;

    private Film(@Nullable Encoder encoder) {
        this.encoder = encoder;
    }

    static Film of(@Nullable WorkerLaunch launch) {
        if (launch == null) {
            return new Film(null);
        }
        Encoder started = null;
        try {
            started = new Encoder(launch);
            // A process that cannot load what encodes has started all the same.
            int unused = started.sound(new SoundOrder(SoundOrder.Codec.AAC, Voice.RATE, 1, 32_000), new short[TRIED]);
            return new Film(started);
        } catch (IOException | IllegalStateException cannot) {
            LOG.warn("sample clips cannot be made here", cannot);
            if (started != null) {
                started.close();
            }
            return new Film(null);
        }
    }

    @Nullable
    Footage into(Path folder) {
        return encoder == null ? null : new Footage(encoder, folder);
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
    }
}
