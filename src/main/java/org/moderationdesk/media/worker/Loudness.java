package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** The peaks of a file's sound. For one thread. */
final class Loudness {
    /** Samples of both channels that one peak is taken over: a hundredth of a second. */
    private static final int SPAN = 960;

    private float[] peaks = new float[4_096];
    private int count;
    private int inSpan;
    private float peak;

    private Loudness() {}

    /** As many peaks as asked for, over the file's length, or over what was heard in time. */
    static float[] of(Blob blob, Bounds bounds, int bins) throws MediaRefused {
        var loudness = new Loudness();
        try (MediaInput input = MediaInput.open(blob, bounds)) {
            AVStream stream = input.sound();
            StreamDecoder decoder = StreamDecoder.open(stream, 1, bounds).orElse(null);
            if (stream == null || decoder == null) {
                throw new MediaRefused(Reason.BROKEN);
            }
            input.only(stream, null);
            try (var walk = new SoundWalk(input, stream, decoder, 0, 1)) {
                loudness.hear(input, walk, System.nanoTime() + bounds.survey().toNanos());
            }
            Long duration = new FactsReader(input).duration();
            return loudness.bins(bins, duration == null ? 0 : duration / 10_000);
        }
    }

    private void hear(MediaInput input, SoundWalk walk, long until) throws MediaRefused {
        AVPacket packet = av_packet_alloc();
        try {
            while (!walk.isEnded() && System.nanoTime() < until) {
                ByteBuffer piece = walk.next();
                if (piece != null) {
                    take(piece.order(ByteOrder.nativeOrder()).asShortBuffer());
                } else if (!walk.isEnded()) {
                    send(input, walk, packet);
                }
            }
        } finally {
            av_packet_free(packet);
        }
    }

    private static void send(MediaInput input, SoundWalk walk, AVPacket packet) throws MediaRefused {
        boolean more = input.read(packet);
        if (more && packet.stream_index() != walk.stream().index()) {
            av_packet_unref(packet);
            return;
        }
        walk.send(more ? packet : null);
        av_packet_unref(packet);
    }

    private void take(ShortBuffer samples) {
        while (samples.hasRemaining()) {
            peak = Math.max(peak, Math.abs(samples.get()) / 32_768f);
            if (++inSpan == SPAN) {
                if (count == peaks.length) {
                    peaks = Arrays.copyOf(peaks, count * 2);
                }
                peaks[count++] = peak;
                inSpan = 0;
                peak = 0;
            }
        }
    }

    private float[] bins(int bins, long spans) {
        float[] all = new float[bins];
        long length = Math.max(Math.max(spans, count), 1);
        for (int i = 0; i < count; i++) {
            int bin = (int) Math.min(bins - 1L, i * (long) bins / length);
            all[bin] = Math.max(all[bin], peaks[i]);
        }
        return all;
    }
}
