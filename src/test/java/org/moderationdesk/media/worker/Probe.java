package org.moderationdesk.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/**
 * What FFmpeg itself finds in a file.
 *
 * @param rotation clockwise
 * @param seconds of each decoded frame, or of each decoded stretch of sound
 */
record Probe(String codec, int width, int height, int rotation, List<Double> seconds) {
    /** One for each stream. */
    static List<Probe> of(Path file) {
        var format = new AVFormatContext(null);
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        assertThat(avformat.avformat_open_input(format, file.toString(), null, null))
                .isZero();
        assertThat(avformat.avformat_find_stream_info(format, (AVDictionary) null))
                .isNotNegative();
        List<AVCodecContext> decoders = new ArrayList<>();
        List<Probe> found = new ArrayList<>();
        for (int i = 0; i < format.nb_streams(); i++) {
            AVCodecParameters parameters = format.streams(i).codecpar();
            AVCodec codec = avcodec.avcodec_find_decoder(parameters.codec_id());
            AVCodecContext decoder = avcodec.avcodec_alloc_context3(codec);
            avcodec.avcodec_parameters_to_context(decoder, parameters);
            assertThat(avcodec.avcodec_open2(decoder, codec, (AVDictionary) null))
                    .isZero();
            decoders.add(decoder);
            String name = avcodec.avcodec_get_name(parameters.codec_id()).getString();
            found.add(
                    new Probe(name, parameters.width(), parameters.height(), rotation(parameters), new ArrayList<>()));
        }
        read(format, decoders, found);
        decoders.forEach(avcodec::avcodec_free_context);
        avformat.avformat_close_input(format);
        return found;
    }

    private static int rotation(AVCodecParameters parameters) {
        if (parameters.nb_coded_side_data() == 0) {
            return 0;
        }
        var matrix = new IntPointer(parameters.coded_side_data().data());
        return (int) -avutil.av_display_rotation_get(matrix);
    }

    private static void read(AVFormatContext format, List<AVCodecContext> decoders, List<Probe> found) {
        AVPacket packet = avcodec.av_packet_alloc();
        while (avformat.av_read_frame(format, packet) >= 0) {
            int stream = packet.stream_index();
            assertThat(avcodec.avcodec_send_packet(decoders.get(stream), packet))
                    .isZero();
            drain(
                    format.streams(stream),
                    decoders.get(stream),
                    found.get(stream).seconds());
            avcodec.av_packet_unref(packet);
        }
        for (int stream = 0; stream < decoders.size(); stream++) {
            avcodec.avcodec_send_packet(decoders.get(stream), null);
            drain(
                    format.streams(stream),
                    decoders.get(stream),
                    found.get(stream).seconds());
        }
        avcodec.av_packet_free(packet);
    }

    private static void drain(AVStream stream, AVCodecContext decoder, List<Double> seconds) {
        AVFrame frame = avutil.av_frame_alloc();
        while (avcodec.avcodec_receive_frame(decoder, frame) == 0) {
            var base = stream.time_base();
            seconds.add((double) frame.best_effort_timestamp() * base.num() / base.den());
            avutil.av_frame_unref(frame);
        }
        avutil.av_frame_free(frame);
    }
}
