package org.moderationdesk.media.worker;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * Packets of one encoder, in order.
 *
 * @param parameters of the stream, kept as long as the process lives
 * @param ticks of its times, a second
 * @param length in ticks
 * @param begins time of the first packet in ticks: below zero where an encoder leads in
 */
record Track(AVCodecParameters parameters, int ticks, long length, long begins, List<Packet> packets) {
    Track {
        packets = List.copyOf(packets);
    }

    /** @param at in ticks, from the first packet on */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Packet(byte[] data, long at, boolean key) {}

    /** FLAC counts its frames, and says so when one comes twice. */
    boolean onlyOnce() {
        return parameters.codec_id() == avcodec.AV_CODEC_ID_FLAC;
    }

    /** Takes all packets that the encoder has ready. */
    static void drain(AVCodecContext encoder, AVPacket packet, List<Packet> into) {
        while (avcodec.avcodec_receive_packet(encoder, packet) == 0) {
            // FLAC ends with a packet that holds nothing but side data.
            if (packet.size() > 0) {
                byte[] data = new byte[packet.size()];
                packet.data().capacity(data.length).get(data);
                into.add(new Packet(data, packet.pts(), (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0));
            }
            avcodec.av_packet_unref(packet);
        }
    }

    /** @param length in ticks of the encoder's time base */
    static Track of(AVCodecContext encoder, List<Packet> packets, long length) throws EncodingFailed {
        if (packets.isEmpty()) {
            throw new EncodingFailed("nothing was encoded");
        }
        AVCodecParameters parameters = avcodec.avcodec_parameters_alloc();
        EncodingFailed.check("stream parameters", avcodec.avcodec_parameters_from_context(parameters, encoder));
        AVRational base = encoder.time_base();
        long begins = packets.getFirst().at();
        var fromZero = new ArrayList<Packet>(packets.size());
        for (Packet packet : packets) {
            fromZero.add(new Packet(packet.data(), packet.at() - begins, packet.key()));
        }
        return new Track(parameters, base.den() / base.num(), length, begins, fromZero);
    }
}
