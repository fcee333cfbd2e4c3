package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.moderationdesk.media.decode.MediaRefused;

/** Decodes the pictures of a file in the order of their times, from wherever it is set down. For one thread. */
final class FrameWalk implements AutoCloseable {
    private final MediaInput input;
    private final AVStream stream;
    private final StreamDecoder decoder;
    private final AVPacket packet = av_packet_alloc();
    private final long usual;
    private boolean drained;
    private boolean keyFramesOnly;
    private long last = Long.MIN_VALUE;
    private long exactFrom = Long.MIN_VALUE;

    FrameWalk(MediaInput input, AVStream stream, StreamDecoder decoder) {
        this.input = input;
        this.stream = stream;
        this.decoder = decoder;
        double rate = avutil.av_q2d(stream.avg_frame_rate());
        this.usual = rate > 0.01 && rate < 100_000 ? Math.round(1_000_000 / rate) : 40_000;
    }

    /** How long a frame is shown on average, in micros. */
    long usualMicros() {
        return usual;
    }

    AVStream stream() {
        return stream;
    }

    MediaInput input() {
        return input;
    }

    /** From now on key frames alone, or all. */
    void keyFramesOnly(boolean only) {
        keyFramesOnly = only;
    }

    /**
     * Goes to the last key frame not after a time.
     *
     * @param exactFrom frames before it are decoded only as far as others need them, and not handed out
     */
    void seek(long micros, long exactFrom) {
        if (!input.seek(Math.max(0, micros), stream)) {
            // Files without an index that works: from the beginning.
            if (!input.seek(0, stream)) {
                input.rewind();
            }
        }
        decoder.flush();
        drained = false;
        last = Long.MIN_VALUE;
        this.exactFrom = exactFrom;
    }

    /** The next frame, for the caller to free; empty at the end. */
    Optional<HeldFrame> next() throws MediaRefused {
        AVFrame frame = av_frame_alloc();
        try {
            while (true) {
                switch (decoder.receive(frame)) {
                    case FRAME -> {
                        long micros = time(frame);
                        last = micros;
                        if (micros >= exactFrom) {
                            var held = new HeldFrame(micros, frame);
                            frame = null;
                            return Optional.of(held);
                        }
                        avutil.av_frame_unref(frame);
                    }
                    case END -> {
                        return Optional.empty();
                    }
                    case NOTHING_YET, FAULT -> {
                        if (drained) {
                            return Optional.empty();
                        }
                        feed();
                    }
                }
            }
        } finally {
            if (frame != null) {
                av_frame_free(frame);
            }
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        decoder.close();
    }

    private void feed() throws MediaRefused {
        while (input.read(packet)) {
            try {
                boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
                if (packet.stream_index() == stream.index() && (key || !keyFramesOnly)) {
                    decoder.skip(isBeforeWanted() ? avcodec.AVDISCARD_NONREF : avcodec.AVDISCARD_DEFAULT);
                    decoder.send(packet);
                    return;
                }
            } finally {
                av_packet_unref(packet);
            }
        }
        drained = true;
        decoder.send(null);
    }

    private boolean isBeforeWanted() {
        return packet.pts() != avutil.AV_NOPTS_VALUE && input.micros(packet.pts(), stream) < exactFrom;
    }

    private long time(AVFrame frame) {
        long stamp = frame.best_effort_timestamp();
        if (stamp == avutil.AV_NOPTS_VALUE) {
            return last == Long.MIN_VALUE ? 0 : last + usual;
        }
        long micros = input.micros(stamp, stream);
        return last != Long.MIN_VALUE && micros <= last ? last + 1 : micros;
    }
}
