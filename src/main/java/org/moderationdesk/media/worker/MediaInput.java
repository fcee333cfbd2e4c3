package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_buffer2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.BlobReader;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** An open file: its streams, and the packets that they come in. For one thread. */
final class MediaInput implements AutoCloseable {
    private static final int PROBED = 1 << 20;
    private static final int LEAST_LIKELY = 12;

    private final SourceIo io;
    private final AVFormatContext context;
    private final Bounds bounds;
    private final Shut shut = new Shut();

    private MediaInput(SourceIo io, AVFormatContext context, Bounds bounds) {
        this.io = io;
        this.context = context;
        this.bounds = bounds;
    }

    /** Opens a file, looks at its headers, and refuses what claims to be too large before anything is decoded. */
    static MediaInput open(Blob blob, Bounds bounds) throws MediaRefused {
        try {
            return open(Source.of(new BlobReader(blob)), bounds);
        } catch (IOException damaged) {
            throw new MediaRefused(Reason.BROKEN, damaged);
        }
    }

    static MediaInput open(Source source, Bounds bounds) throws MediaRefused {
        var io = new SourceIo(source);
        var input = new MediaInput(io, avformat_alloc_context(), bounds);
        try {
            input.readHeaders();
            return input;
        } catch (MediaRefused refused) {
            input.close();
            throw io.isDamaged() ? new MediaRefused(Reason.BROKEN, refused) : refused;
        }
    }

    AVFormatContext context() {
        return context;
    }

    SourceIo io() {
        return io;
    }

    Bounds bounds() {
        return bounds;
    }

    String container() {
        String names = text(context.iformat().name());
        int comma = names.indexOf(',');
        return comma < 0 ? names : names.substring(0, comma);
    }

    /** The moving pictures; a cover that comes with a song is none. */
    @Nullable
    AVStream picture() {
        AVStream best = best(AVMEDIA_TYPE_VIDEO);
        return best != null && (best.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) == 0 ? best : null;
    }

    @Nullable
    AVStream sound() {
        return best(AVMEDIA_TYPE_AUDIO);
    }

    /** Where the file's time begins, in micros of its own count. */
    long start() {
        long start = context.start_time();
        return start == avutil.AV_NOPTS_VALUE ? 0 : start;
    }

    /** Micros from the file's beginning. */
    long micros(long timestamp, AVStream stream) {
        return avutil.av_rescale(
                        timestamp,
                        1_000_000L * stream.time_base().num(),
                        stream.time_base().den())
                - start();
    }

    /** The last timestamp of a stream that lies not after these micros. */
    long timestamp(long micros, AVStream stream) {
        return avutil.av_rescale_rnd(
                micros + start(),
                stream.time_base().den(),
                1_000_000L * stream.time_base().num(),
                avutil.AV_ROUND_UP);
    }

    /** Lets the demuxer skip what nobody wants. */
    void only(@Nullable AVStream one, @Nullable AVStream other) {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            boolean wanted = stream.equals(one) || stream.equals(other);
            stream.discard(wanted ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
    }

    /** Reads the next packet; false at the end, or where nothing more can be read. */
    boolean read(AVPacket into) throws MediaRefused {
        int result = avformat.av_read_frame(context, into);
        if (io.isDamaged()) {
            throw new MediaRefused(Reason.BROKEN);
        }
        return result >= 0;
    }

    /** Goes to the last key frame not after that time; false where the file has no way there. */
    boolean seek(long micros, AVStream stream) {
        return avformat.av_seek_frame(context, stream.index(), timestamp(micros, stream), avformat.AVSEEK_FLAG_BACKWARD)
                >= 0;
    }

    /** Back to the first byte, for files without times. */
    void rewind() {
        avformat.avformat_seek_file(context, -1, Long.MIN_VALUE, 0, 0, avformat.AVSEEK_FLAG_BYTE);
    }

    @Override
    public void close() {
        if (!context.isNull()) {
            avformat_close_input(context);
        }
        io.close();
        shut.close();
    }

    private void readHeaders() throws MediaRefused {
        if (io.source().size() == 0) {
            throw new MediaRefused(Reason.EMPTY);
        }
        AVInputFormat format = new AVInputFormat((Pointer) null);
        int likely = av_probe_input_buffer2(io.context(), format, "", null, 0, PROBED);
        if (likely < LEAST_LIKELY || format.isNull() || !Allowed.container(text(format.name()))) {
            throw new MediaRefused(Reason.NOT_MEDIA);
        }
        context.pb(io.context());
        context.io_open(shut);
        AVDictionary options = options();
        try {
            Faults.check(avformat_open_input(context, (String) null, format, options));
        } finally {
            av_dict_free(options);
        }
        checkSizes();
        findStreams();
        checkSizes();
    }

    private static AVDictionary options() {
        var options = new AVDictionary((Pointer) null);
        av_dict_set(options, "format_whitelist", Allowed.CONTAINERS, 0);
        av_dict_set(options, "codec_whitelist", Allowed.CODECS, 0);
        av_dict_set(options, "protocol_whitelist", Allowed.PROTOCOLS, 0);
        av_dict_set(options, "probesize", Integer.toString(4 << 20), 0);
        av_dict_set(options, "analyzeduration", "2000000", 0);
        av_dict_set(options, "max_streams", "32", 0);
        return options;
    }

    /** Some of what is in a header is known only once a first frame was decoded; that one keeps to the limits too. */
    private void findStreams() throws MediaRefused {
        int streams = context.nb_streams();
        var options = new PointerPointer<AVDictionary>(Math.max(1, streams));
        try {
            for (int i = 0; i < streams; i++) {
                var one = new AVDictionary((Pointer) null);
                av_dict_set(one, "max_pixels", Long.toString(bounds.mostPixels()), 0);
                av_dict_set(one, "threads", "1", 0);
                options.put(i, one);
            }
            Faults.check(avformat_find_stream_info(context, options));
        } finally {
            for (int i = 0; i < streams; i++) {
                AVDictionary left = options.get(AVDictionary.class, i);
                if (left != null) {
                    av_dict_free(left);
                }
            }
            options.close();
        }
        if (context.nb_streams() == 0) {
            throw new MediaRefused(Reason.BROKEN);
        }
    }

    private void checkSizes() throws MediaRefused {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVCodecParameters parameters = context.streams(i).codecpar();
            if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO) {
                bounds.check(parameters.width(), parameters.height());
            }
        }
    }

    private @Nullable AVStream best(int type) {
        int index = av_find_best_stream(context, type, -1, -1, (PointerPointer<?>) null, 0);
        return index < 0 ? null : context.streams(index);
    }

    static String text(@Nullable BytePointer name) {
        return name == null || name.isNull() ? "" : name.getString();
    }

    /** Answers a file that names another one: there is none. */
    private static final class Shut
            extends AVFormatContext.Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer {
        @Override
        @SuppressWarnings("rawtypes")
        public int call(AVFormatContext from, PointerPointer io, BytePointer url, int flags, PointerPointer options) {
            return avutil.AVERROR_EACCES();
        }
    }
}
