package org.moderationdesk.media.worker;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MediaRefused.Reason;
import org.moderationdesk.media.decode.Size;

/** The pictures of an open file, ready to be looked at anywhere. For one thread. */
final class OpenPicture implements AutoCloseable {
    private final MediaInput input;
    private final FrameWindow window;
    private final Upright upright;
    private final Scaler scaler = Scaler.ofClips();

    private OpenPicture(MediaInput input, FrameWindow window, Upright upright) {
        this.input = input;
        this.window = window;
        this.upright = upright;
    }

    /** Takes over the file. Refused where it has no pictures that can be decoded. */
    static OpenPicture of(MediaInput input, int threads) throws MediaRefused {
        AVStream stream = input.picture();
        StreamDecoder decoder =
                StreamDecoder.open(stream, threads, input.bounds()).orElse(null);
        if (stream == null || decoder == null) {
            input.close();
            throw new MediaRefused(Reason.BROKEN);
        }
        input.only(stream, null);
        return new OpenPicture(input, new FrameWindow(new FrameWalk(input, stream, decoder)), Upright.of(stream));
    }

    FrameWindow window() {
        return window;
    }

    void sendAt(Answers out, int request, HeldFrame held, Size most) throws MediaRefused {
        send(scaler, upright, out, request, held, most);
    }

    /** Scales a frame and says it. */
    static void send(Scaler scaler, Upright upright, Answers out, int request, HeldFrame held, @Nullable Size most)
            throws MediaRefused {
        AVFrame frame = held.frame();
        Size full = Scaler.shown(frame.width(), frame.height(), frame.sample_aspect_ratio(), upright);
        Size size = most == null ? full : full.within(most);
        ByteBuffer pixels = scaler.scale(frame, size, upright);
        out.frame(request, held.micros(), size, full, pixels);
    }

    @Override
    public void close() {
        window.close();
        scaler.close();
        input.close();
    }
}
