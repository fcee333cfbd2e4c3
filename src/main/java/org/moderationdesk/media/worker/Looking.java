package org.moderationdesk.media.worker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.decode.Ask;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MediaRefused.Reason;
import org.moderationdesk.media.decode.Size;

/** Opens files, and shows single frames of them. For one thread. */
final class Looking {
    private static final int THREADS = 2;

    private final Bounds bounds;
    private final Answers out;
    private @Nullable Blob blob;
    private @Nullable OpenPicture picture;

    Looking(Bounds bounds, Answers out) {
        this.bounds = bounds;
        this.out = out;
    }

    void open(int request, Ask.Open ask) throws MediaRefused {
        blob = ask.blob();
        reopen(request);
    }

    /** Reads the headers again: a file that grows may say more now. */
    void reopen(int request) throws MediaRefused {
        close();
        if (blob == null) {
            throw new MediaRefused(Reason.MISSING);
        }
        open(request, MediaInput.open(blob, bounds));
    }

    /** Says what is known of an open file, and takes it over. */
    void open(int request, MediaInput input) throws MediaRefused {
        ClipFacts facts;
        try {
            boolean sound = opens(StreamDecoder.open(input.sound(), 1, bounds));
            boolean pictures = opens(StreamDecoder.open(input.picture(), 1, bounds));
            facts = new FactsReader(input).read(pictures, sound);
        } catch (MediaRefused refused) {
            input.close();
            throw refused;
        }
        if (facts.picture()) {
            picture = OpenPicture.of(input, THREADS);
        } else {
            input.close();
        }
        out.facts(request, facts);
    }

    void at(int request, long micros, Size most) throws MediaRefused {
        OpenPicture open = picture();
        open.sendAt(out, request, open.window().at(micros), most);
    }

    void step(int request, Ask.Step ask) throws MediaRefused {
        OpenPicture open = picture();
        open.sendAt(out, request, open.window().step(ask.fromMicros(), ask.by()), ask.most());
    }

    /** A still picture: its header is looked at first, then its first frame is decoded. */
    void still(int request, Ask.Picture ask) throws MediaRefused {
        StillHeader.check(ask.blob(), bounds);
        try (MediaInput input = MediaInput.open(ask.blob(), bounds);
                Scaler scaler = Scaler.ofStills()) {
            var stream = input.picture();
            StreamDecoder decoder =
                    StreamDecoder.open(stream, 1, bounds).orElseThrow(() -> new MediaRefused(Reason.NOT_MEDIA));
            if (stream == null) {
                throw new MediaRefused(Reason.NOT_MEDIA);
            }
            try (FrameWalk walk = new FrameWalk(input, stream, decoder)) {
                HeldFrame first = walk.next().orElseThrow(() -> new MediaRefused(Reason.BROKEN));
                Upright ofFrame = Upright.of(first.frame());
                Upright upright = ofFrame.equals(Upright.AS_IT_IS) ? Upright.of(stream) : ofFrame;
                OpenPicture.send(scaler, upright, out, request, new HeldFrame(0, first.frame()), ask.most());
                org.bytedeco.ffmpeg.global.avutil.av_frame_free(first.frame());
            }
        }
    }

    void close() {
        if (picture != null) {
            picture.close();
            picture = null;
        }
    }

    private OpenPicture picture() throws MediaRefused {
        if (picture == null) {
            throw new MediaRefused(Reason.BROKEN);
        }
        return picture;
    }

    private static boolean opens(Optional<StreamDecoder> decoder) {
        decoder.ifPresent(StreamDecoder::close);
        return decoder.isPresent();
    }
}
