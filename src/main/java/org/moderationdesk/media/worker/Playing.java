package org.moderationdesk.media.worker;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.decode.Ask;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PlayFrom;

/**
 * Plays a file as fast as the desk takes it: frames and sound are let through each by its own allowance, so that one that
 * is held up does not hold up the other. Run by one thread; told what to do by another.
 */
final class Playing {
    /** More frames a second than a screen shows are not sent. */
    private static final double LEAST_GAP = 1_000_000 / 62.0;

    private static final long SIGN_OF_LIFE_MS = 500;

    private final int request;
    private final PlayFrom from;
    private final Answers out;
    private int frames = Ask.AHEAD;
    private int pieces = Ask.PIECES_AHEAD;
    private boolean paused;
    private boolean stopped;
    private long said;
    private long sentMicros = Long.MIN_VALUE;
    private @Nullable HeldFrame before;

    Playing(int request, PlayFrom from, Answers out) {
        this.request = request;
        this.from = from;
        this.out = out;
    }

    int request() {
        return request;
    }

    synchronized void more(boolean sound) {
        if (sound) {
            pieces++;
        } else {
            frames++;
        }
        notifyAll();
    }

    synchronized void pause(boolean on) {
        paused = on;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Plays to the end, or until it is stopped. */
    void run(Blob blob, Bounds bounds) throws MediaRefused, InterruptedException {
        try (PlayInput input = PlayInput.open(blob, bounds, from)) {
            boolean pictures = input.hasPicture();
            boolean sounds = input.hasSound();
            if (!pictures) {
                out.ended(request, false);
            }
            if (!sounds) {
                out.ended(request, true);
            }
            while ((pictures || sounds) && !isStopped()) {
                signOfLife();
                boolean soundFirst = sounds && (!pictures || input.soundMicros() <= input.pictureMicros());
                if (sounds && mayGo(true) && (soundFirst || !mayGo(false) || !pictures)) {
                    sounds = sendSound(input);
                } else if (pictures && mayGo(false)) {
                    pictures = sendFrame(input);
                } else {
                    pauseForMore(pictures, sounds);
                }
            }
        } finally {
            drop();
        }
    }

    private boolean sendSound(PlayInput input) throws MediaRefused {
        long micros = input.soundMicros();
        ByteBuffer piece = input.nextSound();
        if (piece != null) {
            out.sound(request, micros, piece);
            take(true);
            return true;
        }
        if (input.soundEnded()) {
            out.ended(request, true);
            return false;
        }
        return true;
    }

    /** The frame that is shown at the beginning comes first, though it lies before it: so one is held back until then. */
    private boolean sendFrame(PlayInput input) throws MediaRefused {
        HeldFrame next = input.nextFrame();
        if (next == null) {
            if (!input.pictureEnded()) {
                return true;
            }
            sendHeldBack(input);
            out.ended(request, false);
            return false;
        }
        if (next.micros() <= from.micros()) {
            drop();
            before = next;
            return true;
        }
        sendHeldBack(input);
        try {
            if (sentMicros == Long.MIN_VALUE || (next.micros() - sentMicros) / from.speed() >= LEAST_GAP) {
                send(input, next);
            }
        } finally {
            av_frame_free(next.frame());
        }
        return true;
    }

    private void sendHeldBack(PlayInput input) throws MediaRefused {
        if (before != null) {
            send(input, before);
            drop();
        }
    }

    private void send(PlayInput input, HeldFrame held) throws MediaRefused {
        input.send(out, request, held, from.most());
        sentMicros = held.micros();
        take(false);
    }

    private void drop() {
        if (before != null) {
            av_frame_free(before.frame());
            before = null;
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void take(boolean sound) {
        if (sound) {
            pieces--;
        } else {
            frames--;
        }
    }

    /** Two frames may be sent in one go. */
    private synchronized boolean mayGo(boolean sound) {
        return !paused && (sound ? pieces > 0 : frames > 1);
    }

    private synchronized void pauseForMore(boolean pictures, boolean sounds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SIGN_OF_LIFE_MS / 2);
        while (!stopped && (paused || !(pictures && frames > 1 || sounds && pieces > 0))) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private void signOfLife() {
        long now = System.nanoTime() / 1_000_000;
        if (now - said >= SIGN_OF_LIFE_MS) {
            said = now;
            out.alive(request);
        }
    }
}
