package org.moderationdesk.media.worker;

import static org.moderationdesk.media.worker.EncodingFailed.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.moderationdesk.media.decode.FileOrder;

/** Puts tracks into a file, in memory. */
final class Muxing implements AutoCloseable {
    private static final long MICROS = 1_000_000;
    private static final int MATRIX_BYTES = 36;

    private final FileOrder order;
    private final List<Track> tracks;
    private final AVFormatContext file = new AVFormatContext(null);
    private final AVPacket packet = avcodec.av_packet_alloc();

    Muxing(FileOrder order, List<Track> tracks) throws EncodingFailed {
        this.order = order;
        this.tracks = tracks;
        check(
                "container",
                avformat.avformat_alloc_output_context2(
                        file, null, order.container().format(), null));
    }

    /**
     * A packet on its way.
     *
     * @param at in ticks of the track, from the file's beginning
     */
    private record Placed(int stream, Track track, Track.Packet packet, long at, long length) {
        double seconds() {
            return (double) at / track.ticks();
        }
    }

    byte[] bytes() throws EncodingFailed {
        List<Placed> placed = new ArrayList<>();
        if (!order.picture().isEmpty()) {
            int stream = stream(order.picture());
            turn(file.streams(stream));
            placed.addAll(pictures(stream));
        }
        if (!order.sound().isEmpty()) {
            placed.addAll(sounds(stream(order.sound())));
        }
        placed.sort(Comparator.comparingDouble(Placed::seconds));
        return written(placed);
    }

    /** A stream of the first part's track; tracks that follow must fit it. */
    private int stream(List<FileOrder.Part> parts) throws EncodingFailed {
        Track first = track(parts.getFirst());
        AVStream stream = avformat.avformat_new_stream(file, null);
        check("stream", avcodec.avcodec_parameters_copy(stream.codecpar(), first.parameters()));
        stream.codecpar().codec_tag(0);
        stream.time_base(new AVRational().num(1).den(first.ticks()));
        for (FileOrder.Part part : parts) {
            if (!sameHeader(first, track(part))) {
                throw new EncodingFailed("tracks that do not fit together");
            }
        }
        return stream.index();
    }

    private Track track(FileOrder.Part part) throws EncodingFailed {
        if (part.track() < 0 || part.track() >= tracks.size()) {
            throw new EncodingFailed("no track " + part.track());
        }
        return tracks.get(part.track());
    }

    private static boolean sameHeader(Track one, Track other) {
        int bytes = one.parameters().extradata_size();
        if (one.parameters().codec_id() != other.parameters().codec_id()
                || bytes != other.parameters().extradata_size()
                || one.ticks() != other.ticks()) {
            return false;
        }
        for (int i = 0; i < bytes; i++) {
            if (one.parameters().extradata().get(i)
                    != other.parameters().extradata().get(i)) {
                return false;
            }
        }
        return true;
    }

    private void turn(AVStream stream) throws EncodingFailed {
        if (order.rotation() == 0) {
            return;
        }
        var parameters = stream.codecpar();
        BytePointer matrix = new BytePointer(avutil.av_malloc(MATRIX_BYTES)).capacity(MATRIX_BYTES);
        avutil.av_display_rotation_set(new IntPointer(matrix), order.rotation());
        AVPacketSideData side = new AVPacketSideData(avutil.av_mallocz(new AVPacketSideData().sizeof()));
        side.type(avcodec.AV_PKT_DATA_DISPLAYMATRIX);
        side.data(matrix);
        side.size(MATRIX_BYTES);
        parameters.coded_side_data(side);
        parameters.nb_coded_side_data(1);
    }

    private List<Placed> pictures(int stream) throws EncodingFailed {
        List<Placed> placed = new ArrayList<>();
        long from = 0;
        for (FileOrder.Part part : order.picture()) {
            Track track = track(part);
            long until = from + ticks(part, track);
            while (from < until) {
                from = once(stream, track, from, until, placed);
            }
        }
        return placed;
    }

    /** The whole track, or as much as fits; answers where it ended. */
    private static long once(int stream, Track track, long from, long until, List<Placed> placed) {
        List<Track.Packet> packets = track.packets();
        for (int i = 0; i < packets.size(); i++) {
            long at = from + packets.get(i).at();
            if (at >= until) {
                return until;
            }
            long next = i + 1 < packets.size() ? packets.get(i + 1).at() : track.length();
            long end = Math.min(until, from + next);
            placed.add(new Placed(stream, track, packets.get(i), at, end - at));
        }
        return Math.min(until, from + track.length());
    }

    /** Each track goes on where it stopped, as a voice does. */
    private List<Placed> sounds(int stream) throws EncodingFailed {
        List<Placed> placed = new ArrayList<>();
        Map<Integer, Integer> stopped = new HashMap<>();
        double until = 0;
        long at = 0;
        for (FileOrder.Part part : order.sound()) {
            Track track = track(part);
            until += (double) part.micros() * track.ticks() / MICROS;
            long leads = order.container().saysLeadIn() ? track.begins() : 0;
            int next = stopped.getOrDefault(part.track(), leads == track.begins() ? 0 : 1);
            while (at < until) {
                if (next == 0 && at > 0 && track.onlyOnce()) {
                    throw new EncodingFailed("this codec cannot begin again");
                }
                Track.Packet packet = track.packets().get(next);
                boolean last = next + 1 == track.packets().size();
                long length =
                        (last ? track.length() : track.packets().get(next + 1).at()) - packet.at();
                placed.add(new Placed(stream, track, packet, at + leads, length));
                at += length;
                next = last ? 0 : next + 1;
            }
            stopped.put(part.track(), next);
        }
        return placed;
    }

    private static long ticks(FileOrder.Part part, Track track) {
        return Math.max(1, part.micros() * track.ticks() / MICROS);
    }

    private byte[] written(List<Placed> placed) throws EncodingFailed {
        AVDictionary metadata = new AVDictionary(null);
        avutil.av_dict_set(metadata, "title", order.title(), 0);
        file.metadata(metadata);
        file.flags(file.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        var memory = new AVIOContext(null);
        check("memory", avformat.avio_open_dyn_buf(memory));
        file.pb(memory);
        var options = new AVDictionary(null);
        if (order.container() == FileOrder.Container.GROWING_MP4) {
            avutil.av_dict_set(options, "movflags", "frag_keyframe+empty_moov+default_base_moof", 0);
        }
        var bytes = new BytePointer((BytePointer) null);
        int size = 0;
        try {
            check("header", avformat.avformat_write_header(file, options));
            for (Placed next : placed) {
                write(next);
            }
            check("trailer", avformat.av_write_trailer(file));
        } finally {
            avutil.av_dict_free(options);
            size = avformat.avio_close_dyn_buf(memory, bytes);
        }
        byte[] copy = new byte[size];
        bytes.capacity(size).get(copy);
        avutil.av_free(bytes);
        return copy;
    }

    private void write(Placed placed) throws EncodingFailed {
        byte[] data = placed.packet().data();
        check("packet", avcodec.av_new_packet(packet, data.length));
        packet.data().capacity(data.length).put(data);
        packet.pts(placed.at());
        packet.dts(placed.at());
        packet.duration(placed.length());
        packet.flags(placed.packet().key() ? avcodec.AV_PKT_FLAG_KEY : 0);
        packet.stream_index(placed.stream());
        AVRational from = new AVRational().num(1).den(placed.track().ticks());
        avcodec.av_packet_rescale_ts(packet, from, file.streams(placed.stream()).time_base());
        check("write", avformat.av_interleaved_write_frame(file, packet));
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avformat.avformat_free_context(file);
    }
}
