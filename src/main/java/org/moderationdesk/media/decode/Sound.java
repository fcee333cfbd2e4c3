package org.moderationdesk.media.decode;

/**
 * A piece of sound.
 *
 * @param micros the file's time of its first sample, from the file's beginning
 * @param rate samples a second for each of two channels: always {@link #RATE}
 * @param interleavedStereo left, right, left, right
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Sound(long micros, int rate, short[] interleavedStereo) {
    public static final int RATE = 48_000;
}
