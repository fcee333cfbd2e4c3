package org.moderationdesk.media.view;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Plays sound that nobody hears, in its own time: what keeps the pace where there is no sound device. */
final class SilentOut implements SoundOut {
    private static final long AHEAD = RATE / 10;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final LongSupplier nanos;
    private boolean running;
    private long written;
    private long settled;
    private long settledAt;

    SilentOut(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public synchronized void begin() {
        written = 0;
        settled = 0;
        settledAt = nanos.getAsLong();
        running = true;
    }

    @Override
    public void write(short[] stereo, int samples) {
        while (!add(samples)) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private synchronized boolean add(int samples) {
        if (!running) {
            return true;
        }
        if (written - played() >= AHEAD) {
            return false;
        }
        written += samples;
        return true;
    }

    @Override
    public synchronized long played() {
        long now = nanos.getAsLong();
        long gone = Math.round((now - settledAt) * (RATE / 1e9));
        if (!running) {
            return settled;
        }
        if (settled + gone >= written) {
            settled = written;
            settledAt = now;
            return written;
        }
        return settled + gone;
    }

    @Override
    public synchronized void stop() {
        settled = played();
        running = false;
    }

    @Override
    public boolean isSilent() {
        return true;
    }

    @Override
    public void close() {
        stop();
    }
}
