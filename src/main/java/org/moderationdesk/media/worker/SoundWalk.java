package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Sound;

/** Turns the sound packets of a file into samples as the desk wants them, from a time on. For one thread. */
final class SoundWalk implements AutoCloseable {
    private static final int FRAME = 2 * Short.BYTES;
    private static final byte[] SILENT = new byte[1_920 * FRAME];

    private final MediaInput input;
    private final AVStream stream;
    private final StreamDecoder decoder;
    private final double speed;
    private final AVFrame decoded = av_frame_alloc();
    private final AVFrame ready = av_frame_alloc();
    private final long from;
    private @Nullable SoundGraph graph;
    private long samples;
    private long surplus;
    private long quiet;
    private long nextMicros;
    private boolean drained;
    private boolean ended;

    SoundWalk(MediaInput input, AVStream stream, StreamDecoder decoder, long fromMicros, double speed) {
        this.input = input;
        this.stream = stream;
        this.decoder = decoder;
        this.speed = speed;
        this.from = fromMicros;
        this.nextMicros = fromMicros;
    }

    AVStream stream() {
        return stream;
    }

    /** The file's time of the next sample that comes out. */
    long micros() {
        return from + Math.round(samples * speed * 1_000_000 / Sound.RATE);
    }

    /** Whether everything came out. */
    boolean isEnded() {
        return ended;
    }

    /** Hands a packet in; null after the last. */
    void send(@Nullable AVPacket packet) throws MediaRefused {
        decoder.send(packet);
        drained |= packet == null;
    }

    /** The next piece; null where a packet is wanted, or it ended. {@link #micros} before the call is its time. */
    @Nullable
    ByteBuffer next() throws MediaRefused {
        while (true) {
            ByteBuffer piece = quiet > 0 ? silence() : graph == null ? null : graph.take(ready);
            if (piece != null && cut(piece)) {
                samples += piece.remaining() / FRAME;
                return piece;
            }
            if (piece == null && ended) {
                return null;
            }
            if (piece == null && !decode()) {
                return null;
            }
        }
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
        }
        av_frame_free(decoded);
        av_frame_free(ready);
        decoder.close();
    }

    private void hear() throws MediaRefused {
        if (decoded.sample_rate() <= 0 || decoded.nb_samples() <= 0) {
            return;
        }
        long stamp = decoded.best_effort_timestamp();
        long micros = stamp == avutil.AV_NOPTS_VALUE ? nextMicros : input.micros(stamp, stream);
        nextMicros = micros + decoded.nb_samples() * 1_000_000L / decoded.sample_rate();
        if (nextMicros <= from) {
            return;
        }
        decoded.pts(micros);
        if (graph != null && !graph.takes(decoded)) {
            graph.close();
            graph = null;
        }
        if (graph == null) {
            graph = new SoundGraph(decoded, speed);
            align(micros);
        }
        graph.put(decoded);
    }

    /** The first sample is to be the one that was asked for: what lies before it is cut, a gap before it is silence. */
    private void align(long firstMicros) {
        long early = Math.round((micros() - firstMicros) * (double) Sound.RATE / 1_000_000 / speed);
        surplus = Math.max(0, early);
        quiet = Math.max(0, -early);
    }

    private ByteBuffer silence() {
        int length = (int) Math.min(quiet, SILENT.length / FRAME);
        quiet -= length;
        return ByteBuffer.wrap(SILENT, 0, length * FRAME).slice();
    }

    /** Takes away what is too much; false where nothing is left. */
    private boolean cut(ByteBuffer piece) {
        int away = (int) Math.min(surplus, piece.remaining() / FRAME);
        surplus -= away;
        piece.position(piece.position() + away * FRAME);
        return piece.hasRemaining();
    }

    /** Decodes on; false where a packet is wanted. */
    private boolean decode() throws MediaRefused {
        switch (decoder.receive(decoded)) {
            case FRAME -> hear();
            case END -> finish();
            case NOTHING_YET, FAULT -> {
                if (!drained) {
                    return false;
                }
                finish();
            }
        }
        return true;
    }

    private void finish() throws MediaRefused {
        if (graph != null) {
            graph.put(null);
            graph.put(null);
        }
        ended = true;
    }
}
