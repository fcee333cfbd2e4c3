package org.moderationdesk.media.worker;

import static org.moderationdesk.media.worker.EncodingFailed.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
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
import org.moderationdesk.media.decode.SoundOrder;

/** Encodes samples into one track. */
final class SoundEncoding implements AutoCloseable {
    /** For encoders that take any number of samples at once. */
    private static final int USUAL_FRAME = 1_024;

    private final AVCodecContext encoder;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final int frameSamples;
    private final boolean floats;
    private final int channels;

    SoundEncoding(SoundOrder order) throws EncodingFailed {
        channels = order.channels();
        floats = order.codec() == SoundOrder.Codec.AAC;
        AVCodec codec = avcodec.avcodec_find_encoder_by_name(order.codec().encoder());
        if (codec == null) {
            throw new EncodingFailed("no encoder " + order.codec().encoder());
        }
        encoder = avcodec.avcodec_alloc_context3(codec);
        encoder.sample_fmt(floats ? avutil.AV_SAMPLE_FMT_FLTP : avutil.AV_SAMPLE_FMT_S16);
        encoder.sample_rate(order.rate());
        avutil.av_channel_layout_default(encoder.ch_layout(), channels);
        encoder.bit_rate(order.bitsPerSecond());
        encoder.time_base(new AVRational().num(1).den(order.rate()));
        encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER | avcodec.AV_CODEC_FLAG_BITEXACT);
        check(order.codec().encoder(), avcodec.avcodec_open2(encoder, codec, (AVDictionary) null));
        frameSamples = encoder.frame_size() > 0 ? encoder.frame_size() : USUAL_FRAME;
        frame.nb_samples(frameSamples);
        frame.format(encoder.sample_fmt());
        frame.sample_rate(order.rate());
        avutil.av_channel_layout_default(frame.ch_layout(), channels);
        check("frame", avutil.av_frame_get_buffer(frame, 0));
    }

    /** What is missing of the last frame is silence: it would sound in the middle when a track begins again. */
    Track track(ByteBuffer bytes, int samples) throws EncodingFailed {
        ShortBuffer all = bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        List<Track.Packet> packets = new ArrayList<>();
        long whole = (long) samples / frameSamples * frameSamples;
        if (whole == 0) {
            throw new EncodingFailed("too short a sound");
        }
        for (long at = 0; at < whole; at += frameSamples) {
            check("frame", avutil.av_frame_make_writable(frame));
            copy(all, (int) at);
            frame.pts(at);
            check("encode", avcodec.avcodec_send_frame(encoder, frame));
            Track.drain(encoder, packet, packets);
        }
        check("encode", avcodec.avcodec_send_frame(encoder, null));
        Track.drain(encoder, packet, packets);
        return Track.of(encoder, packets, (long) packets.size() * frameSamples);
    }

    private void copy(ShortBuffer all, int at) {
        if (!floats) {
            var to = frame.data(0)
                    .capacity((long) frameSamples * channels * Short.BYTES)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder())
                    .asShortBuffer();
            to.put(all.slice(at * channels, frameSamples * channels));
            return;
        }
        for (int channel = 0; channel < channels; channel++) {
            FloatBuffer to = frame.data(channel)
                    .capacity((long) frameSamples * Float.BYTES)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            for (int i = 0; i < frameSamples; i++) {
                to.put(i, all.get((at + i) * channels + channel) / 32_768f);
            }
        }
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(encoder);
    }
}
