package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.Size;

/** Pictures and sound of one file side by side, each decoded as it is wanted. For one thread. */
final class PlayInput implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 4_000;
    private static final long MOST_BYTES = 64L << 20;

    private final MediaInput input;
    private final @Nullable PictureFeed pictures;
    private final @Nullable SoundWalk sound;
    private final Scaler scaler = Scaler.ofClips();
    private final Deque<AVPacket> picturePackets = new ArrayDeque<>();
    private final Deque<AVPacket> soundPackets = new ArrayDeque<>();
    private final AVPacket packet = av_packet_alloc();
    private long waiting;
    private boolean atEnd;

    private PlayInput(MediaInput input, @Nullable PictureFeed pictures, @Nullable SoundWalk sound) {
        this.input = input;
        this.pictures = pictures;
        this.sound = sound;
    }

    static PlayInput open(Blob blob, Bounds bounds, PlayFrom from) throws MediaRefused {
        MediaInput input = MediaInput.open(blob, bounds);
        try {
            AVStream picture = input.picture();
            StreamDecoder frames = StreamDecoder.open(picture, THREADS, bounds).orElse(null);
            AVStream heard = from.sound() ? input.sound() : null;
            StreamDecoder samples = StreamDecoder.open(heard, 1, bounds).orElse(null);
            PictureFeed pictures = picture == null || frames == null ? null : new PictureFeed(input, picture, frames);
            SoundWalk sound = heard == null || samples == null
                    ? null
                    : new SoundWalk(input, heard, samples, from.micros(), from.speed());
            input.only(pictures == null ? null : picture, sound == null ? null : heard);
            AVStream led = pictures != null ? picture : heard;
            if (from.micros() > 0 && led != null && !input.seek(from.micros(), led) && !input.seek(0, led)) {
                input.rewind();
            }
            if (pictures != null) {
                pictures.from(from.micros());
            }
            return new PlayInput(input, pictures, sound);
        } catch (MediaRefused refused) {
            input.close();
            throw refused;
        }
    }

    boolean hasPicture() {
        return pictures != null;
    }

    boolean hasSound() {
        return sound != null;
    }

    /** The file's time of the frame that came last. */
    long pictureMicros() {
        return pictures == null ? Long.MAX_VALUE : pictures.micros();
    }

    /** The file's time of the sound that comes next. */
    long soundMicros() {
        return sound == null ? Long.MAX_VALUE : sound.micros();
    }

    boolean soundEnded() {
        return sound == null || sound.isEnded();
    }

    boolean pictureEnded() {
        return pictures == null || pictures.isEnded();
    }

    /** The next piece of sound; null where one packet more was needed, or it ended. */
    @Nullable
    ByteBuffer nextSound() throws MediaRefused {
        if (sound == null) {
            return null;
        }
        ByteBuffer piece = sound.next();
        if (piece == null && !sound.isEnded()) {
            AVPacket next = packet(true, sound.stream());
            sound.send(next);
            free(next);
        }
        return piece;
    }

    /** The next frame, for the caller to free; null where one packet more was needed, or it ended. */
    @Nullable
    HeldFrame nextFrame() throws MediaRefused {
        if (pictures == null) {
            return null;
        }
        HeldFrame frame = pictures.next();
        if (frame == null && !pictures.isEnded()) {
            AVPacket next = packet(false, pictures.stream());
            pictures.send(next);
            free(next);
        }
        return frame;
    }

    void send(Answers out, int request, HeldFrame held, Size most) throws MediaRefused {
        Upright upright = pictures == null ? Upright.AS_IT_IS : pictures.upright();
        OpenPicture.send(scaler, upright, out, request, held, most);
    }

    @Override
    public void close() {
        picturePackets.forEach(org.bytedeco.ffmpeg.global.avcodec::av_packet_free);
        soundPackets.forEach(org.bytedeco.ffmpeg.global.avcodec::av_packet_free);
        av_packet_free(packet);
        if (pictures != null) {
            pictures.close();
        }
        if (sound != null) {
            sound.close();
        }
        scaler.close();
        input.close();
    }

    /** The next packet of a stream; those of the other wait. Null at the end. */
    private @Nullable AVPacket packet(boolean ofSound, AVStream stream) throws MediaRefused {
        Deque<AVPacket> of = ofSound ? soundPackets : picturePackets;
        Deque<AVPacket> others = ofSound ? picturePackets : soundPackets;
        while (of.isEmpty() && !atEnd) {
            if (!input.read(packet)) {
                atEnd = true;
                break;
            }
            Deque<AVPacket> to = packet.stream_index() == stream.index() ? of : others;
            AVPacket kept = av_packet_alloc();
            av_packet_move_ref(kept, packet);
            waiting += kept.size();
            to.add(kept);
            if (to.size() > MOST_WAITING || waiting > MOST_BYTES) {
                // Sound and pictures lie too far apart in the file to be held: what waited longest goes.
                free(to.poll());
            }
        }
        return of.poll();
    }

    private void free(@Nullable AVPacket one) {
        if (one != null) {
            waiting -= one.size();
            av_packet_free(one);
        }
    }
}
