package org.moderationdesk.media.view;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.PlaybackSink;
import org.moderationdesk.media.decode.Sound;

/**
 * One stretch of playing. What the sound device has played is the clock: sound is written so that each sample stands at
 * its own time (gaps are filled with silence, what comes too late is left out), and frames are given out when that clock
 * reaches them. The decoder's threads put in, a thread of its own writes sound, the JavaFX thread takes frames and never
 * waits.
 */
final class PlaybackRun implements PlaybackSink {
    private static final int FRAMES_AHEAD = 8;
    private static final int SOUNDS_AHEAD = 16;
    private static final int SILENCE = SoundOut.RATE / 100;
    private static final double MICROS_A_SAMPLE = 1e6 / SoundOut.RATE;
    /** A frame is given out with the pulse that comes nearest to its time. */
    private static final long HALF_PULSE_MICROS = 8_000;

    private static final long APART_MICROS = 15_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final PlayFrom from;
    private final Loudness loudness;
    private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(FRAMES_AHEAD);
    private final BlockingQueue<Sound> sounds = new ArrayBlockingQueue<>(SOUNDS_AHEAD);
    private final AtomicLong shown = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final short[] silence = new short[SILENCE * 2];
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile boolean over;
    private volatile boolean soundLost;
    private volatile @Nullable MediaRefused failure;
    private volatile @Nullable SoundOut out;
    private double written;

    /** How loud it is now: 0 to 1, asked with every piece of sound. */
    interface Loudness {
        double now();
    }

    PlaybackRun(PlayFrom from, Loudness loudness) {
        this.from = from;
        this.loudness = loudness;
        this.written = from.micros();
    }

    @Override
    public void frame(Frame frame) {
        put(frames, frame);
    }

    @Override
    public void sound(Sound sound) {
        put(sounds, sound);
    }

    private <T> void put(BlockingQueue<T> queue, T next) {
        try {
            while (!stopped && !queue.offer(next, 20, TimeUnit.MILLISECONDS)) {
                // Held up on purpose: the decoder is far enough ahead.
                Thread.onSpinWait();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void ended() {
        ended = true;
    }

    @Override
    public void failed(MediaRefused why) {
        failure = why;
    }

    /** The file's time that is heard now, or would be. */
    long micros() {
        SoundOut playing = out;
        return playing == null
                ? from.micros()
                : from.micros() + Math.round(playing.played() * MICROS_A_SAMPLE * from.speed());
    }

    /** The newest frame whose time has come; null where none has. Those it passes over are dropped. */
    @Nullable
    Frame due() {
        long now = micros() + Math.round(HALF_PULSE_MICROS * from.speed());
        Frame newest = null;
        for (Frame next = frames.peek(); next != null && next.micros() <= now; next = frames.peek()) {
            if (newest != null) {
                dropped.incrementAndGet();
            }
            newest = next;
            Object unused = frames.poll();
        }
        if (newest != null) {
            shown.incrementAndGet();
        }
        return newest;
    }

    long shown() {
        return shown.get();
    }

    long dropped() {
        return dropped.get();
    }

    /** Whether frames lie ready, or no more will come. */
    boolean isFed() {
        return ended || !frames.isEmpty();
    }

    /** Whether all of it has been played. */
    boolean isOver() {
        return over && frames.isEmpty();
    }

    void soundLost() {
        soundLost = true;
    }

    boolean isSoundLost() {
        return soundLost;
    }

    @Nullable
    MediaRefused failure() {
        return failure;
    }

    void stop() {
        stopped = true;
        frames.clear();
        sounds.clear();
    }

    /** Plays until it is stopped, on this thread. */
    void playOn(SoundOut device) throws SoundLost {
        device.begin();
        out = device;
        try {
            long waitingSince = System.nanoTime();
            while (!stopped) {
                Sound next = sounds.peek();
                if (next != null) {
                    place(device, next);
                    waitingSince = System.nanoTime();
                } else if (mayPad(System.nanoTime() - waitingSince)) {
                    write(device, silence, SILENCE);
                } else {
                    over = ended && frames.isEmpty() && device.played() >= writtenSamples() - SILENCE;
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        } finally {
            device.stop();
        }
    }

    private long writtenSamples() {
        return Math.round((written - from.micros()) / (MICROS_A_SAMPLE * from.speed()));
    }

    /** Silence keeps the clock going where no sound is to come and pictures wait for their time. */
    private boolean mayPad(long waitedNanos) {
        if (frames.isEmpty()) {
            return false;
        }
        return !from.sound() || ended || (frames.remainingCapacity() == 0 && waitedNanos > STUCK_NANOS);
    }

    private void place(SoundOut device, Sound next) throws SoundLost {
        double gap = next.micros() - written;
        boolean filling = false;
        while (!stopped && gap > (filling ? MICROS_A_SAMPLE * from.speed() : APART_MICROS)) {
            filling = true;
            write(device, silence, (int) Math.min(SILENCE, samples(gap)));
            gap = next.micros() - written;
        }
        int have = next.interleavedStereo().length / 2;
        int late = gap < -APART_MICROS ? (int) Math.min(have, samples(-gap)) : 0;
        if (late < have) {
            write(device, louder(next.interleavedStereo(), late), have - late);
        }
        Object unused = sounds.poll();
    }

    private long samples(double micros) {
        return Math.max(1, Math.round(micros / (MICROS_A_SAMPLE * from.speed())));
    }

    private void write(SoundOut device, short[] stereo, int samples) throws SoundLost {
        device.write(stereo, samples);
        written += samples * MICROS_A_SAMPLE * from.speed();
    }

    private short[] louder(short[] stereo, int skip) {
        double gain = loudness.now();
        short[] made = new short[stereo.length - skip * 2];
        for (int i = 0; i < made.length; i++) {
            made[i] = (short) Math.round(stereo[i + skip * 2] * gain);
        }
        return made;
    }
}
