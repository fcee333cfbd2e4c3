package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.decode.Ask;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;

/** Looks over the whole of a file, within a limit of time. For one thread. */
final class Surveying {
    /** Longer clips are looked over by their key frames alone. */
    private static final long LONG = 90_000_000;

    private static final Size SMALL = new Size(32, 32);

    /** A change of this much of the whole brightness, on average over the pixels, begins a scene. */
    private static final double LEAST_CHANGE = 14;

    private final Bounds bounds;
    private final Answers out;

    Surveying(Bounds bounds, Answers out) {
        this.bounds = bounds;
        this.out = out;
    }

    void strip(int request, Ask.Strip ask, Blob blob) throws MediaRefused {
        try (OpenPicture picture = OpenPicture.of(MediaInput.open(blob, bounds), 1)) {
            long length = length(picture);
            for (int i = 0; i < ask.count(); i++) {
                long micros = (2L * i + 1) * length / (2L * ask.count());
                picture.sendAt(out, request, picture.window().at(micros), ask.most());
            }
        }
        out.done(request);
    }

    void scenes(int request, Ask.Scenes ask, Blob blob) throws MediaRefused {
        List<Change> changes = new ArrayList<>();
        try (OpenPicture picture = OpenPicture.of(MediaInput.open(blob, bounds), 1);
                Scaler scaler = Scaler.ofBrightness()) {
            FrameWalk walk = picture.window().walk();
            walk.keyFramesOnly(length(picture) > LONG);
            walk.seek(0, Long.MIN_VALUE);
            long until = System.nanoTime() + bounds.survey().toNanos();
            byte[] earlier = null;
            Optional<HeldFrame> next = walk.next();
            while (next.isPresent() && System.nanoTime() < until) {
                byte[] now = brightness(scaler, next.get());
                if (earlier != null) {
                    changes.add(new Change(next.get().micros(), difference(earlier, now)));
                }
                earlier = now;
                av_frame_free(next.get().frame());
                next = walk.next();
            }
            next.ifPresent(left -> av_frame_free(left.frame()));
        }
        out.times(request, sharpest(changes, ask.atMost()));
    }

    void wave(int request, Ask.Wave ask, Blob blob) throws MediaRefused {
        out.wave(request, Loudness.of(blob, bounds, ask.bins()));
    }

    private record Change(long micros, double much) {}

    private static List<Long> sharpest(List<Change> changes, int atMost) {
        return changes.stream()
                .filter(change -> change.much() >= LEAST_CHANGE)
                .sorted(Comparator.comparingDouble(Change::much).reversed())
                .limit(atMost)
                .map(Change::micros)
                .sorted()
                .toList();
    }

    private static byte[] brightness(Scaler scaler, HeldFrame held) throws MediaRefused {
        ByteBuffer small = scaler.scale(held.frame(), SMALL, Upright.AS_IT_IS);
        byte[] bytes = new byte[SMALL.width() * SMALL.height()];
        small.get(bytes);
        return bytes;
    }

    private static double difference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xFF) - (other[i] & 0xFF));
        }
        return (double) sum / one.length;
    }

    private static long length(OpenPicture picture) throws MediaRefused {
        MediaInput input = picture.window().walk().input();
        @Nullable Long duration = new FactsReader(input).duration();
        return duration != null
                ? duration
                : picture.window().at(Long.MAX_VALUE / 4).micros();
    }
}
