package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MediaRefused.Reason;
import org.moderationdesk.media.decode.Missing;
import org.moderationdesk.media.decode.Size;

/** Says what is known of an open file. Reads on in it: who decodes afterwards seeks first. */
final class FactsReader {
    private static final int LOOKED_AT = 240;

    private final MediaInput input;
    private final @Nullable AVStream picture;
    private final @Nullable AVStream sound;

    FactsReader(MediaInput input) {
        this.input = input;
        this.picture = input.picture();
        this.sound = input.sound();
    }

    /**
     * Puts the facts together.
     *
     * @param pictureOpens whether there is a decoder for the picture
     * @param soundOpens whether there is a decoder for the sound
     */
    ClipFacts read(boolean pictureOpens, boolean soundOpens) throws MediaRefused {
        if (!pictureOpens && !soundOpens) {
            throw new MediaRefused(Reason.BROKEN);
        }
        Upright upright = picture == null ? Upright.AS_IT_IS : Upright.of(picture);
        Size shown = pictureOpens && picture != null ? shown(picture, upright) : null;
        boolean even = !pictureOpens || picture == null || isEven(picture);
        return new ClipFacts(
                pictureOpens,
                soundOpens,
                shown == null ? 0 : shown.width(),
                shown == null ? 0 : shown.height(),
                upright.quarters() * 90,
                duration(),
                pictureOpens && picture != null ? rate(picture) : null,
                !even,
                missing(pictureOpens, soundOpens, upright),
                input.container(),
                codec(picture),
                codec(sound));
    }

    private static Size shown(AVStream stream, Upright upright) {
        return Scaler.shown(
                stream.codecpar().width(),
                stream.codecpar().height(),
                stream.codecpar().sample_aspect_ratio(),
                upright);
    }

    @Nullable
    Long duration() {
        long duration = input.context().duration();
        return duration == avutil.AV_NOPTS_VALUE || duration <= 0 ? null : duration;
    }

    private static @Nullable Double rate(AVStream stream) {
        double rate = avutil.av_q2d(stream.avg_frame_rate());
        return rate > 0 && rate < 100_000 ? rate : null;
    }

    private static @Nullable String codec(@Nullable AVStream stream) {
        if (stream == null) {
            return null;
        }
        String name = MediaInput.text(avcodec.avcodec_get_name(stream.codecpar().codec_id()));
        return name.isEmpty() || name.equals("none") ? "unknown" : name;
    }

    private List<Missing> missing(boolean pictureOpens, boolean soundOpens, Upright upright) {
        List<Missing> missing = new ArrayList<>();
        if (!pictureOpens) {
            missing.add(picture == null ? Missing.NO_PICTURE : Missing.UNREADABLE_PICTURE);
        }
        if (!soundOpens) {
            missing.add(sound == null ? Missing.NO_SOUND : Missing.UNREADABLE_SOUND);
        }
        boolean growing = input.io().source().isGrowing();
        if (growing) {
            missing.add(Missing.GROWING);
        } else if (DeclaredLength.isCut(input.io().source())
                || input.io().wentBeyond()
                || isCut(picture)
                || isCut(sound)) {
            missing.add(Missing.TRUNCATED);
        }
        if (duration() == null) {
            missing.add(Missing.NO_DURATION);
        }
        if (upright.odd()) {
            missing.add(Missing.ODD_ROTATION);
        }
        return missing;
    }

    /** Whether the index names bytes behind the end. */
    private boolean isCut(@Nullable AVStream stream) {
        if (stream == null) {
            return false;
        }
        int count = avformat.avformat_index_get_entries_count(stream);
        if (count == 0) {
            return false;
        }
        AVIndexEntry last = avformat.avformat_index_get_entry(stream, count - 1);
        return last.pos() + last.size() > input.io().source().size();
    }

    private boolean isEven(AVStream stream) throws MediaRefused {
        List<Long> times = indexed(stream);
        if (stream.nb_frames() == 0 || times.size() < stream.nb_frames()) {
            times = read(stream);
        }
        if (times.size() < 3) {
            return true;
        }
        times.sort(null);
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 1; i < times.size(); i++) {
            long gap = times.get(i) - times.get(i - 1);
            least = Math.min(least, gap);
            most = Math.max(most, gap);
        }
        // Containers that count in milliseconds round each time.
        return most - least <= Math.max(2_100, least / 20);
    }

    private List<Long> indexed(AVStream stream) {
        List<Long> times = new ArrayList<>();
        int count = Math.min(avformat.avformat_index_get_entries_count(stream), 20_000);
        for (int i = 0; i < count; i++) {
            times.add(input.micros(avformat.avformat_index_get_entry(stream, i).timestamp(), stream));
        }
        return times;
    }

    private List<Long> read(AVStream stream) throws MediaRefused {
        List<Long> times = new ArrayList<>();
        if (input.container().endsWith("_pipe")) {
            return times;
        }
        AVPacket packet = av_packet_alloc();
        try {
            while (times.size() < LOOKED_AT && input.read(packet)) {
                if (packet.stream_index() == stream.index() && packet.pts() != avutil.AV_NOPTS_VALUE) {
                    times.add(input.micros(packet.pts(), stream));
                }
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
        if (times.size() == LOOKED_AT) {
            // Of the last ones not all of their neighbours were seen, where frames are stored out of order.
            times.sort(null);
            times = new ArrayList<>(times.subList(0, LOOKED_AT - 16));
        }
        return times;
    }
}
