package org.moderationdesk.media.view;

import java.util.concurrent.locks.LockSupport;

/** A sound device whose clock the test moves; it remembers what it was given. */
final class ScriptedOut implements SoundOut {
    private static final int AHEAD = RATE / 10;

    private final short[] given = new short[RATE * 40];
    private long written;
    private long clock;
    private boolean running;

    /** Lets so many samples be played. */
    synchronized void advance(long samples) {
        clock += samples;
    }

    /** How many samples lie ready. */
    synchronized long ahead() {
        return written - played();
    }

    /** What is heard at this moment. */
    synchronized short heard() {
        return given[(int) Math.min(played(), given.length - 1)];
    }

    @Override
    public synchronized void begin() {
        written = 0;
        clock = 0;
        running = true;
    }

    @Override
    public void write(short[] stereo, int samples) {
        while (!take(stereo, samples)) {
            LockSupport.parkNanos(500_000);
        }
    }

    private synchronized boolean take(short[] stereo, int samples) {
        if (running && written - clock >= AHEAD) {
            return false;
        }
        for (int i = 0; i < samples; i++) {
            given[(int) written++] = stereo[2 * i];
        }
        return true;
    }

    @Override
    public synchronized long played() {
        return Math.min(clock, written);
    }

    @Override
    public synchronized void stop() {
        running = false;
    }

    @Override
    public boolean isSilent() {
        return false;
    }

    @Override
    public void close() {
        stop();
    }
}
