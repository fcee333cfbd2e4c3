package org.moderationdesk.media.decode;

/**
 * How a worker answers, over its standard output: the number of the request, a letter of these, the length of what
 * follows in bytes, and that. Numbers are big-endian, but pixels and samples are little-endian.
 */
public final class AnswerWire {
    /** Once, unasked, when it is ready: {@link #VERSION}. */
    public static final int READY = 'H';

    /** It is still at it. Nothing follows. */
    public static final int ALIVE = 'A';

    /** {@link FactsWire}. */
    public static final int FACTS = 'I';

    /** Time, width and height, width and height in the file, pixels as blue, green, red, alpha. */
    public static final int FRAME = 'F';

    /** Time, samples as left, right of 16 bits. */
    public static final int SOUND = 'S';

    /** Times. */
    public static final int TIMES = 'T';

    /** Peaks as 16 bits each, unsigned. */
    public static final int WAVE = 'W';

    /** {@link MetadataWire}. */
    public static final int METADATA = 'M';

    /** Of frames 0, of sound 1. */
    public static final int ENDED = 'E';

    public static final int DONE = 'D';

    /** The reason's place among the reasons; width, height. */
    public static final int REFUSED = 'R';

    public static final int VERSION = 2;

    /** Bytes of a frame before its pixels. */
    public static final int FRAME_HEAD = 8 + 4 * 4;

    /** Most bytes of samples in one piece of sound. */
    public static final int LONGEST_PIECE = 1 << 18;

    private AnswerWire() {}
}
