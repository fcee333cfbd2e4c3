package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.MediaRefused;

/** Turns picture packets that are handed in into frames. For one thread. */
final class PictureFeed implements AutoCloseable {
    private static final long MARGIN = 1_000_000;

    private final MediaInput input;
    private final AVStream stream;
    private final StreamDecoder decoder;
    private final Upright upright;
    private final long usual;
    private long last = -1;
    private long wanted;
    private boolean drained;
    private boolean ended;

    PictureFeed(MediaInput input, AVStream stream, StreamDecoder decoder) {
        this.input = input;
        this.stream = stream;
        this.decoder = decoder;
        this.upright = Upright.of(stream);
        double rate = avutil.av_q2d(stream.avg_frame_rate());
        this.usual = rate > 0.01 && rate < 100_000 ? Math.round(1_000_000 / rate) : 40_000;
    }

    AVStream stream() {
        return stream;
    }

    Upright upright() {
        return upright;
    }

    /** Frames well before this time are decoded only as far as others need them. */
    void from(long micros) {
        wanted = micros - MARGIN;
        last = micros - 1;
    }

    long micros() {
        return last;
    }

    boolean isEnded() {
        return ended;
    }

    void send(@Nullable AVPacket packet) throws MediaRefused {
        drained |= packet == null;
        boolean early =
                packet != null && packet.pts() != avutil.AV_NOPTS_VALUE && input.micros(packet.pts(), stream) < wanted;
        decoder.skip(early ? avcodec.AVDISCARD_NONREF : avcodec.AVDISCARD_DEFAULT);
        decoder.send(packet);
    }

    /** The next frame, for the caller to free; null where a packet is wanted, or it ended. */
    @Nullable
    HeldFrame next() throws MediaRefused {
        AVFrame frame = av_frame_alloc();
        StreamDecoder.Came came = StreamDecoder.Came.FAULT;
        try {
            came = decoder.receive(frame);
        } finally {
            if (came != StreamDecoder.Came.FRAME) {
                av_frame_free(frame);
            }
        }
        if (came == StreamDecoder.Came.FRAME) {
            long stamp = frame.best_effort_timestamp();
            long micros = stamp == avutil.AV_NOPTS_VALUE ? last + usual : input.micros(stamp, stream);
            last = Math.max(last, micros);
            return new HeldFrame(micros, frame);
        }
        ended = came == StreamDecoder.Came.END || drained;
        return null;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
