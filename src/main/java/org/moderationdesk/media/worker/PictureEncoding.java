package org.moderationdesk.media.worker;

import static org.moderationdesk.media.worker.EncodingFailed.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.PictureOrder;

/** Encodes frames into one track. One thread a track, so that the same frames always give the same bytes. */
final class PictureEncoding implements AutoCloseable {
    /** Ticks a second: every usual frame rate is a whole number of them, and MPEG-4 knows no more than 65,535. */
    private static final int TICKS = 60_000;

    private final PictureOrder order;
    private final int format;
    private final boolean full;
    private @Nullable AVCodecContext encoder;
    private @Nullable SwsContext scaler;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final List<Track.Packet> packets = new ArrayList<>();
    private final int rowBytes;

    PictureEncoding(PictureOrder order) {
        this.order = order;
        full = order.codec() == PictureOrder.Codec.MJPEG;
        format = full ? avutil.AV_PIX_FMT_YUVJ420P : avutil.AV_PIX_FMT_YUV420P;
        rowBytes = order.width() * Integer.BYTES;
    }

    /** @param pixels of one frame, in memory outside the heap */
    void add(ByteBuffer pixels, long micros) throws EncodingFailed {
        AVCodecContext opened = encoder == null ? open() : encoder;
        encoder = opened;
        check("frame", avutil.av_frame_make_writable(frame));
        try (var source = new BytePointer(pixels);
                var sources = new PointerPointer<BytePointer>(source, null, null, null);
                var rows = new IntPointer(rowBytes, 0, 0, 0)) {
            int lines = swscale.sws_scale(
                    scaler, sources, rows, 0, pixels.limit() / rowBytes, frame.data(), frame.linesize());
            check("scale", lines);
        }
        frame.pts(micros * (TICKS / 1_000) / 1_000);
        check("encode", avcodec.avcodec_send_frame(opened, frame));
        Track.drain(opened, packet, packets);
    }

    /** @param micros when the last frame ends */
    Track track(long micros) throws EncodingFailed {
        AVCodecContext opened = encoder;
        if (opened == null) {
            throw new EncodingFailed("nothing to encode");
        }
        check("encode", avcodec.avcodec_send_frame(opened, null));
        Track.drain(opened, packet, packets);
        return Track.of(opened, packets, micros * (TICKS / 1_000) / 1_000);
    }

    private AVCodecContext open() throws EncodingFailed {
        AVCodecContext made = encoder(order, format, full);
        try {
            frame.width(order.encodedWidth());
            frame.height(order.encodedHeight());
            frame.format(format);
            frame.color_range(made.color_range());
            frame.colorspace(made.colorspace());
            check("frame", avutil.av_frame_get_buffer(frame, 0));
            scaler = swscale.sws_getContext(
                    order.width(),
                    order.height(),
                    avutil.AV_PIX_FMT_BGRA,
                    order.encodedWidth(),
                    order.encodedHeight(),
                    format,
                    swscale.SWS_BILINEAR,
                    null,
                    null,
                    (DoublePointer) null);
            if (scaler == null) {
                throw new EncodingFailed("no scaler");
            }
            return made;
        } catch (EncodingFailed failed) {
            avcodec.avcodec_free_context(made);
            throw failed;
        }
    }

    private static AVCodecContext encoder(PictureOrder order, int format, boolean full) throws EncodingFailed {
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(order.codec().encoder());
        if (codec == null) {
            throw new EncodingFailed("no encoder " + order.codec().encoder());
        }
        AVCodecContext made = avcodec.avcodec_alloc_context3(codec);
        made.width(order.encodedWidth());
        made.height(order.encodedHeight());
        made.pix_fmt(format);
        made.time_base(new AVRational().num(1).den(TICKS));
        made.framerate(new AVRational()
                .num((int) Math.round(order.framesPerSecond() * 1_000))
                .den(1_000));
        made.gop_size(order.keyEvery());
        made.max_b_frames(0);
        made.bit_rate(order.bitsPerSecond());
        made.thread_count(1);
        made.flags(made.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER | avcodec.AV_CODEC_FLAG_BITEXACT);
        made.color_range(full ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
        made.colorspace(avutil.AVCOL_SPC_SMPTE170M);
        var options = new AVDictionary(null);
        if (order.codec() == PictureOrder.Codec.VP8 || order.codec() == PictureOrder.Codec.VP9) {
            // No frames held back and none unseen: a packet is a frame.
            set(options, "deadline", "realtime");
            set(options, "cpu-used", "8");
            set(options, "lag-in-frames", "0");
        }
        try {
            check(order.codec().encoder(), avcodec.avcodec_open2(made, codec, options));
        } catch (EncodingFailed failed) {
            avcodec.avcodec_free_context(made);
            throw failed;
        } finally {
            avutil.av_dict_free(options);
        }
        return made;
    }

    private static void set(AVDictionary options, String name, String value) throws EncodingFailed {
        check(name, avutil.av_dict_set(options, name, value, 0));
    }

    @Override
    public void close() {
        if (encoder != null) {
            avcodec.avcodec_free_context(encoder);
        }
        if (scaler != null) {
            swscale.sws_freeContext(scaler);
        }
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
    }
}
