package org.moderationdesk.media.view;

import org.moderationdesk.media.decode.Sound;

/**
 * Where sound goes to, with a clock of its own: what it has played. Like a sound device it holds a little ahead, and its
 * clock stands still when it has nothing to play. Written by one thread, asked by any.
 */
public interface SoundOut extends AutoCloseable {
    /** Samples a second for each of two channels. */
    int RATE = Sound.RATE;

    /** Begins anew, with nothing played. */
    void begin();

    /**
     * Plays samples after those before; blocks while enough lies ahead.
     *
     * @param stereo left, right, left, right
     * @param samples how many for each channel
     * @throws SoundLost the device is gone
     */
    void write(short[] stereo, int samples) throws SoundLost;

    /** How many samples a channel have been played since {@link #begin}. */
    long played();

    /** Stops at once; what lies ahead is not played. A write under way returns. */
    void stop();

    /** Whether nobody can hear it. */
    boolean isSilent();

    @Override
    void close();
}
