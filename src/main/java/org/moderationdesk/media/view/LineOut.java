package org.moderationdesk.media.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Plays sound on the system's sound device. */
final class LineOut implements SoundOut {
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 2, true, false);
    private static final int BYTES = 4;
    private static final int AHEAD = RATE / 10 * BYTES;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SourceDataLine line;
    private volatile boolean running;
    private volatile long before;

    private LineOut(SourceDataLine line) {
        this.line = line;
    }

    /** Opens the device; empty where there is none, or another program has it for itself. */
    static Optional<SoundOut> open() {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT, AHEAD);
            return Optional.of(new LineOut(line));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException none) {
            return Optional.empty();
        }
    }

    @Override
    public void begin() {
        line.flush();
        before = line.getLongFramePosition();
        running = true;
        line.start();
    }

    @Override
    public void write(short[] stereo, int samples) throws SoundLost {
        byte[] bytes = new byte[samples * BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(stereo, 0, samples * 2);
        int done = 0;
        long since = System.nanoTime();
        while (running && done < bytes.length) {
            if (!line.isOpen()) {
                throw new SoundLost(null);
            }
            int room = Math.min(line.available() / BYTES * BYTES, bytes.length - done);
            if (room > 0) {
                done += line.write(bytes, done, room);
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE_NANOS) {
                // A device that takes nothing for so long was unplugged.
                throw new SoundLost(null);
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public long played() {
        return Math.max(0, line.getLongFramePosition() - before);
    }

    @Override
    public void stop() {
        running = false;
        line.stop();
        line.flush();
    }

    @Override
    public boolean isSilent() {
        return false;
    }

    @Override
    public void close() {
        running = false;
        line.close();
    }
}
