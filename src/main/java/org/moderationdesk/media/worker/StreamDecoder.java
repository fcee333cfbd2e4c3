package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.MediaRefused;

/** Turns the packets of one stream into frames. For one thread. */
final class StreamDecoder implements AutoCloseable {
    private final AVCodecContext context;
    private final Bounds bounds;

    private StreamDecoder(AVCodecContext context, Bounds bounds) {
        this.context = context;
        this.bounds = bounds;
    }

    /** Opens a decoder; empty where the stream is in no form that is allowed, or says too little of itself. */
    static Optional<StreamDecoder> open(@Nullable AVStream stream, int threads, Bounds bounds) throws MediaRefused {
        if (stream == null) {
            return Optional.empty();
        }
        AVCodec codec = codec(stream);
        if (codec == null || !Allowed.codec(MediaInput.text(codec.name()))) {
            return Optional.empty();
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        Faults.check(avcodec_parameters_to_context(context, stream.codecpar()));
        context.pkt_timebase(stream.time_base());
        context.max_pixels(bounds.mostPixels());
        context.thread_count(threads);
        int opened = avcodec_open2(context, codec, new AVDictionary((Pointer) null));
        if (opened < 0) {
            avcodec_free_context(context);
            if (Faults.reason(opened) == MediaRefused.Reason.TOO_MUCH_MEMORY) {
                throw new MediaRefused(MediaRefused.Reason.TOO_MUCH_MEMORY);
            }
            return Optional.empty();
        }
        return Optional.of(new StreamDecoder(context, bounds));
    }

    /** Hands a packet in; null says that no more come. One that cannot be decoded is passed over. */
    void send(@Nullable AVPacket packet) throws MediaRefused {
        int result = avcodec.avcodec_send_packet(context, packet);
        if (result < 0 && Faults.reason(result) == MediaRefused.Reason.TOO_MUCH_MEMORY) {
            throw new MediaRefused(MediaRefused.Reason.TOO_MUCH_MEMORY);
        }
    }

    /** Whether a frame came out; otherwise the next packet is wanted, or the end was reached. */
    Came receive(AVFrame into) throws MediaRefused {
        int result = avcodec.avcodec_receive_frame(context, into);
        if (result >= 0) {
            if (into.width() > 0) {
                bounds.check(into.width(), into.height());
            }
            return Came.FRAME;
        }
        if (Faults.isEnd(result)) {
            return Came.END;
        }
        if (Faults.reason(result) == MediaRefused.Reason.TOO_MUCH_MEMORY) {
            throw new MediaRefused(MediaRefused.Reason.TOO_MUCH_MEMORY);
        }
        return Faults.isWaiting(result) ? Came.NOTHING_YET : Came.FAULT;
    }

    /** What came out of a decoder. */
    enum Came {
        FRAME,
        NOTHING_YET,
        /** A part that cannot be decoded; there may be more behind it. */
        FAULT,
        END
    }

    /** Leaves out of decoding what no other frame needs, or all but key frames, or nothing. */
    void skip(int discard) {
        if (context.skip_frame() != discard) {
            context.skip_frame(discard);
        }
    }

    /** Forgets what it held, after a seek. */
    void flush() {
        avcodec_flush_buffers(context);
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }

    private static @Nullable AVCodec codec(AVStream stream) {
        int id = stream.codecpar().codec_id();
        if (id == avcodec.AV_CODEC_ID_AV1) {
            // FFmpeg's own decoder needs hardware.
            AVCodec software = avcodec_find_decoder_by_name("libdav1d");
            return software != null ? software : avcodec_find_decoder_by_name("libaom-av1");
        }
        return avcodec_find_decoder(id);
    }
}
