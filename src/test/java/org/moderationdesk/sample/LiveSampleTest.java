package org.moderationdesk.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.BlobReader;
import org.moderationdesk.media.MediaStore;

class LiveSampleTest {
    private static final int SEGMENT = 64 * 1024;

    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRecordingGrowsByTheSecondAndIsAWholeFileOnceTheDeskCloses() throws IOException {
        var media = new MediaStore(folder, store);
        byte[] whole = new byte[20 * SEGMENT];
        new Random(3).nextBytes(whole);
        String name;
        try (var live = new LiveSample(media)) {
            name = live.begin(whole, 10, 2);
            long begun = length(media, name);
            assertThat(begun).isPositive().isLessThanOrEqualTo(4L * SEGMENT);
            await().atMost(Duration.ofSeconds(10)).until(() -> length(media, name) > begun);
        }

        try (InputStream in = media.open(name).orElseThrow()) {
            byte[] kept = in.readAllBytes();
            assertThat(kept).hasSizeGreaterThanOrEqualTo(6 * SEGMENT).isEqualTo(Arrays.copyOf(whole, kept.length));
        }
    }

    private static long length(MediaStore media, String name) throws IOException {
        try (var reader = new BlobReader(media.blob(name).orElseThrow())) {
            return reader.size();
        }
    }
}
