package org.moderationdesk.media;

/** What came of looking at a picture file. */
public sealed interface Picture {
    /**
     * A decoded picture.
     *
     * @param argb its pixels row by row, not premultiplied
     * @param fullWidth width in the file, of which {@code width} may be a part
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Pixels(int width, int height, int[] argb, int fullWidth, int fullHeight) implements Picture {}

    /** More pixels than the desk decodes, by what its header claims. */
    record TooLarge(long width, long height) implements Picture {}

    /** Not PNG, JPEG, GIF or BMP by its first bytes. */
    record UnknownFormat() implements Picture {}

    /** Begins like a picture and cannot be read. */
    record Broken() implements Picture {}
}
