package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/**
 * A run of neighbouring frames around where somebody looks, so that the frame shown at a time is found exactly, whatever
 * the rate, and a step back seldom decodes anew. For one thread.
 */
final class FrameWindow implements AutoCloseable {
    private static final long MOST_BYTES = 96L << 20;
    private static final long MARGIN = 2_000_000;
    private static final long[] FURTHER_BACK = {0, 3_000_000, 15_000_000, Long.MAX_VALUE};

    private final FrameWalk walk;
    private final List<HeldFrame> frames = new ArrayList<>();
    private boolean ended;

    FrameWindow(FrameWalk walk) {
        this.walk = walk;
    }

    FrameWalk walk() {
        return walk;
    }

    /** The frame that is shown at a time: the last that is not after it, or the first of all. */
    HeldFrame at(long micros) throws MediaRefused {
        return frames.get(find(micros));
    }

    /** The {@code by}-th frame after, or before, the one that is shown at a time; at most the last or the first. */
    HeldFrame step(long micros, int by) throws MediaRefused {
        int at = find(micros);
        for (int i = 0; i < by; i++) {
            if (at + 1 >= frames.size() && !more()) {
                break;
            }
            // The run may have been cut in front.
            at = Math.min(at + 1, frames.size() - 1);
        }
        for (int i = 0; i > by; i--) {
            if (at == 0) {
                at = before(frames.get(0).micros());
            }
            if (at == 0) {
                break;
            }
            at--;
        }
        return frames.get(at);
    }

    @Override
    public void close() {
        clear();
        walk.close();
    }

    private int find(long micros) throws MediaRefused {
        if (!reachable(micros)) {
            settle(micros);
        }
        while (last().micros() <= micros && more()) {
            // One frame further than wanted, to know that the one before it is still shown.
            continue;
        }
        int at = 0;
        while (at + 1 < frames.size() && frames.get(at + 1).micros() <= micros) {
            at++;
        }
        return at;
    }

    /** Whether going on from here is cheaper than a seek. */
    private boolean reachable(long micros) {
        return !frames.isEmpty()
                && frames.get(0).micros() <= micros
                && (ended || micros - last().micros() < Math.max(500_000, 4 * walk.usualMicros()));
    }

    private void settle(long micros) throws MediaRefused {
        for (long back : FURTHER_BACK) {
            clear();
            boolean fromStart = back >= micros;
            // A skipped frame may be the one that is shown, where the next comes late: only the first try skips.
            walk.seek(fromStart ? 0 : micros - back, back == 0 ? micros - MARGIN : Long.MIN_VALUE);
            boolean some = more();
            if (some && frames.get(0).micros() <= micros || fromStart) {
                break;
            }
        }
        if (frames.isEmpty()) {
            throw new MediaRefused(Reason.BROKEN);
        }
    }

    /** Brings in the frames before the first one; its place now, which is 0 where there is none before it. */
    private int before(long micros) throws MediaRefused {
        if (micros <= 0) {
            return 0;
        }
        settle(micros - 1);
        while (last().micros() < micros && more()) {
            // Up to the frame that was the first.
            continue;
        }
        int at = 0;
        while (at + 1 < frames.size() && frames.get(at).micros() < micros) {
            at++;
        }
        return at;
    }

    private HeldFrame last() {
        return frames.get(frames.size() - 1);
    }

    private boolean more() throws MediaRefused {
        Optional<HeldFrame> next = walk.next();
        ended = next.isEmpty();
        if (next.isEmpty()) {
            return false;
        }
        frames.add(next.get());
        while (frames.size() > 3 && frames.size() > room(next.get().frame())) {
            av_frame_free(frames.remove(0).frame());
        }
        return true;
    }

    private static int room(AVFrame frame) {
        long bytes = Math.max(1, (long) frame.width() * frame.height() * 3 / 2);
        return Math.clamp(MOST_BYTES / bytes, 3, 60);
    }

    private void clear() {
        frames.forEach(held -> av_frame_free(held.frame()));
        frames.clear();
        ended = false;
    }
}
