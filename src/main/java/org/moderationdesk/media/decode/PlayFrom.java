package org.moderationdesk.media.decode;

/**
 * What to play.
 *
 * @param micros the file's time to begin at, from its beginning
 * @param speed 0.5 to 3; the pitch of the sound stays
 * @param most frames are scaled to lie within it
 * @param sound whether sound is wanted
 */
public record PlayFrom(long micros, double speed, Size most, boolean sound) {
    public static final double SLOWEST = 0.5;
    public static final double FASTEST = 3;

    public PlayFrom {
        if (micros < 0 || !(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("not playable: from " + micros + " at " + speed);
        }
    }
}
