package org.moderationdesk.media.decode;

/**
 * What goes over the pipe to a process that encodes. All numbers are big-endian but those of pixels and samples, which
 * are little-endian. The desk sends a command, its order, and what belongs to it; an answer comes after {@link #END},
 * {@link #SOUND} and {@link #FILE}: {@link #DONE} or {@link #FAILED}, the length of what follows, and a track's number,
 * a file, or what went wrong.
 */
public final class EncoderWire {
    /** Begins a track of frames: a picture order. */
    public static final int PICTURE = 1;

    /** A frame: its time in microseconds, and its pixels as blue, green, red, unused. */
    public static final int FRAME = 2;

    /** Ends a track of frames: when its last frame ends, in microseconds. */
    public static final int END = 3;

    /** A track of sound: a sound order, the number of samples of all channels, and these as 16 bits each. */
    public static final int SOUND = 4;

    /** A file: a file order. */
    public static final int FILE = 5;

    /** Answer: it is done. */
    public static final int DONE = 0;

    /** Answer: it could not be done. */
    public static final int FAILED = 1;

    private EncoderWire() {}
}
