package org.moderationdesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.DecodeLimits;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.Encoder;
import org.moderationdesk.media.decode.FileOrder;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PictureOrder;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.PlaybackSink;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.Sound;
import org.moderationdesk.media.decode.WorkerLaunch;

/**
 * A 1080×1920 clip of thirty frames a second: from opening to its first frame with a worker that waits, from a seek to its
 * frame, and played at its own rate. A frame counts as dropped that comes later than it was due by more than a frame. The
 * baseline is the worker's decoding alone, nothing handed over.
 */
final class DecodeBench implements Benchmark {
    private static final int WIDTH = 1_080;
    private static final int HEIGHT = 1_920;
    private static final int RATE = 30;
    private static final int SECONDS = 8;
    private static final int OPENINGS = 40;
    private static final int SEEKS = 60;
    private static final double OPEN_BUDGET_MS = 250;
    private static final double SEEK_BUDGET_MS = 120;
    private static final double DROPPED_BUDGET = 0.02;

    /** The stage of a window of 1440×900. */
    private static final Size STAGE = new Size(760, 760);

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public Map<String, Object> measure() throws Exception {
        Path folder = Files.createTempDirectory("decode-bench");
        WorkerLaunch launch = WorkerLaunch.usual();
        try (Store store = TestStore.create()) {
            var media = new MediaStore(folder.resolve("media"), store);
            String sha256 = keep(media, store, Files.write(folder.resolve("clip.mp4"), clip(launch)));
            try (var decoder = new Decoder(media, launch, DecodeLimits.USUAL)) {
                return measure(decoder, sha256);
            }
        }
    }

    private static Map<String, Object> measure(Decoder decoder, String sha256) throws Exception {
        double[] opened = new double[OPENINGS];
        for (int i = -3; i < OPENINGS; i++) {
            decoder.warm();
            long start = System.nanoTime();
            try (Clip clip = decoder.open(sha256)) {
                Frame first = clip.frameAt(0, STAGE);
                double took = (System.nanoTime() - start) / 1e6;
                if (i >= 0 && first.height() > 0) {
                    opened[i] = took;
                }
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        try (Clip clip = decoder.open(sha256)) {
            double[] sought = seeks(clip);
            double bare = bare(clip);
            double handedOver = RATE * SECONDS / played(clip, new Unpaced());
            var paced = new Paced();
            played(clip, paced);
            double dropped = paced.late.get() / (double) (RATE * SECONDS);
            line.put("openToFirstFrameP50Ms", percentile(opened, 0.5));
            line.put("openToFirstFrameP95Ms", percentile(opened, 0.95));
            line.put("seekP50Ms", percentile(sought, 0.5));
            line.put("seekP95Ms", percentile(sought, 0.95));
            line.put("bareFramesPerSecond", rounded(bare));
            line.put("handedOverFramesPerSecond", rounded(handedOver));
            line.put("handedOverOfBare", rounded(handedOver / bare));
            line.put("droppedAtOwnRate", rounded(dropped));
            line.put("openWithinBudget", percentile(opened, 0.95) < OPEN_BUDGET_MS);
            line.put("seekWithinBudget", percentile(sought, 0.95) < SEEK_BUDGET_MS);
            line.put("droppedWithinBudget", dropped < DROPPED_BUDGET);
        }
        return line;
    }

    private static double[] seeks(Clip clip) throws MediaRefused {
        var random = new Random(11);
        double[] took = new double[SEEKS];
        for (int i = -5; i < SEEKS; i++) {
            long start = System.nanoTime();
            clip.frameAt(random.nextLong(SECONDS * 1_000_000L), STAGE);
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return took;
    }

    /** Frames a second that the worker decodes when it looks them over for changes of scene: nothing is handed over. */
    private static double bare(Clip clip) throws MediaRefused {
        clip.sceneChanges(1);
        long start = System.nanoTime();
        clip.sceneChanges(1);
        return RATE * SECONDS / ((System.nanoTime() - start) / 1e9);
    }

    private static double played(Clip clip, Counting sink) throws Exception {
        long start = System.nanoTime();
        clip.play(new PlayFrom(0, 1, STAGE, false), sink);
        if (!sink.over.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("playback did not end");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private abstract static class Counting implements PlaybackSink {
        final CountDownLatch over = new CountDownLatch(1);

        @Override
        public void sound(Sound sound) {
            // None was asked for.
        }

        @Override
        public void ended() {
            over.countDown();
        }

        @Override
        public void failed(MediaRefused why) {
            over.countDown();
        }
    }

    private static final class Unpaced extends Counting {
        @Override
        public void frame(Frame frame) {
            // As fast as they come.
        }
    }

    /** Shows each frame when it is due, by its own clock, which begins with the first. */
    private static final class Paced extends Counting {
        private final AtomicInteger late = new AtomicInteger();
        private long begun;

        @Override
        public void frame(Frame frame) {
            if (begun == 0) {
                begun = System.nanoTime();
            }
            long due = begun + frame.micros() * 1_000;
            if (System.nanoTime() - due > TimeUnit.SECONDS.toNanos(1) / RATE) {
                late.incrementAndGet();
            }
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    /** A drawn scene in which everything moves, so that no frame is cheap. */
    private static byte[] clip(WorkerLaunch launch) throws Exception {
        int[] argb = new int[WIDTH * HEIGHT];
        AtomicInteger at = new AtomicInteger();
        try (var encoder = new Encoder(launch)) {
            int track = encoder.picture(
                    PictureOrder.h264(WIDTH, HEIGHT, RATE),
                    () -> {
                        int number = at.getAndIncrement();
                        if (number == RATE * SECONDS) {
                            return null;
                        }
                        paint(argb, number);
                        return new Frame(number * 1_000_000L / RATE, WIDTH, HEIGHT, argb);
                    },
                    Duration.ofSeconds(SECONDS));
            return encoder.file(new FileOrder(
                    FileOrder.Container.MP4,
                    "bench",
                    0,
                    List.of(new FileOrder.Part(track, SECONDS * 1_000_000L)),
                    List.of()));
        }
    }

    private static void paint(int[] argb, int number) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int wave = (x + 7 * number) / 24 ^ (y + 11 * number) / 24;
                argb[y * WIDTH + x] = 0xFF000000 | wave * 2_654_435 & 0xFFFFFF;
            }
        }
    }

    private static String keep(MediaStore media, Store store, Path file) throws Exception {
        try (var staged = media.stage(file)) {
            store.write(handle -> {
                media.keep(handle, staged);
                return null;
            });
            return staged.sha256();
        }
    }

    private static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return rounded(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
