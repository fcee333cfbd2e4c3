package org.moderationdesk.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.moderationdesk.media.GrowingFile;
import org.moderationdesk.media.MediaStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Made-up livestreams that go on while the desk runs: the recording of each grows by the second. When it is closed they
 * have ended. Safe for any thread.
 */
public final class LiveSample implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSample.class);

    private final MediaStore media;
    private final List<Stream> streams = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sample-live").daemon().factory());

    /** @param media where the recordings lie, encrypted as all files are */
    public LiveSample(MediaStore media) {
        this.media = media;
        var _ = thread.scheduleAtFixedRate(this::goOn, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Begins a recording.
     *
     * @param whole all that it will ever hold
     * @param seconds how long that lasts
     * @param already seconds of it that are recorded at once
     * @return the name by which an item names the file, as it does others by their SHA-256
     */
    synchronized String begin(byte[] whole, int seconds, int already) throws IOException {
        var stream = new Stream(media.grow(), whole, Math.ceilDiv(whole.length, Math.max(1, seconds)));
        stream.goOn(already);
        streams.add(stream);
        return stream.file.name();
    }

    private synchronized void goOn() {
        for (Stream stream : List.copyOf(streams)) {
            try {
                stream.goOn(1);
            } catch (IOException failed) {
                streams.remove(stream);
                LOG.warn("a sample livestream has ended: {}", failed.getClass().getSimpleName());
            }
        }
    }

    @Override
    public synchronized void close() {
        thread.shutdown();
        for (Stream stream : streams) {
            try (GrowingFile file = stream.file) {
                if (!stream.isOver()) {
                    file.finish();
                }
            } catch (IOException cut) {
                LOG.warn("a sample livestream was cut: {}", cut.getClass().getSimpleName());
            }
        }
        streams.clear();
    }

    /** One of them. */
    private static final class Stream {
        private final GrowingFile file;
        private final byte[] whole;
        private final int aSecond;
        private int at;

        Stream(GrowingFile file, byte[] whole, int aSecond) {
            this.file = file;
            this.whole = whole;
            this.aSecond = aSecond;
        }

        boolean isOver() {
            return at == whole.length;
        }

        void goOn(int seconds) throws IOException {
            if (isOver()) {
                return;
            }
            int to = Math.min(whole.length, at + seconds * aSecond);
            file.append(Arrays.copyOfRange(whole, at, to));
            at = to;
            if (isOver()) {
                file.finish();
            }
        }
    }
}
