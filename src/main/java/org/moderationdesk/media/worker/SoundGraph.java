package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_set_frame_size;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_get_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse2;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Sound;

/**
 * Brings sound to 48 kHz, two channels, 16 bits and the speed that was asked for, without gaps, with its pitch as it is.
 * For one thread.
 */
final class SoundGraph implements AutoCloseable {
    private static final int PIECE = 1_920;

    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final AVFilterContext in;
    private final AVFilterContext out;
    private final String form;

    /** Builds it for frames like this one. */
    SoundGraph(AVFrame like, double speed) throws MediaRefused {
        form = form(like);
        String tempo = speed == 1 ? "" : String.format(Locale.ROOT, ",atempo=%.4f", speed);
        String words = String.format(
                Locale.ROOT,
                "abuffer@in=time_base=1/1000000:%s,aresample=%d:async=1%s,"
                        + "aformat=sample_fmts=s16:sample_rates=%d:channel_layouts=stereo,abuffersink@out",
                form,
                Sound.RATE,
                tempo,
                Sound.RATE);
        var left = new AVFilterInOut((Pointer) null);
        var right = new AVFilterInOut((Pointer) null);
        Faults.check(avfilter_graph_parse2(graph, words, left, right));
        Faults.check(avfilter_graph_config(graph, null));
        in = avfilter_graph_get_filter(graph, "abuffer@in");
        out = avfilter_graph_get_filter(graph, "abuffersink@out");
        av_buffersink_set_frame_size(out, PIECE);
    }

    /** Whether a frame is of the form that this was built for. */
    boolean takes(AVFrame frame) {
        return form.equals(form(frame));
    }

    /** Hands a frame in, its time in micros of the file; null at the end. */
    void put(@Nullable AVFrame frame) throws MediaRefused {
        Faults.check(av_buffersrc_add_frame_flags(in, frame, avfilter.AV_BUFFERSRC_FLAG_KEEP_REF));
    }

    /** The next samples; null where more must be handed in. Good until the frame is used again. */
    @Nullable
    ByteBuffer take(AVFrame into) throws MediaRefused {
        avutil.av_frame_unref(into);
        int result = av_buffersink_get_frame(out, into);
        if (Faults.isWaiting(result) || Faults.isEnd(result)) {
            return null;
        }
        Faults.check(result);
        long bytes = into.nb_samples() * 2L * Short.BYTES;
        return new BytePointer(into.data(0)).capacity(bytes).asBuffer();
    }

    @Override
    public void close() {
        avfilter_graph_free(graph);
    }

    private static String form(AVFrame frame) {
        byte[] layout = new byte[128];
        int channels = frame.ch_layout().nb_channels();
        boolean named = avutil.av_channel_layout_describe(frame.ch_layout(), layout, layout.length) > 0;
        String name = named ? new String(layout, java.nio.charset.StandardCharsets.US_ASCII).trim() : "";
        // A count alone, such as "2 channels", is no layout that the graph takes.
        String channelWords = name.isEmpty() || name.contains(" ") ? "channels=" + channels : "channel_layout=" + name;
        return "sample_rate=" + frame.sample_rate() + ":sample_fmt="
                + MediaInput.text(avutil.av_get_sample_fmt_name(frame.format())) + ":" + channelWords;
    }
}
