package org.moderationdesk.media.decode;

/**
 * One decoded picture.
 *
 * @param micros its own time in the file, from the file's beginning; 0 for a still
 * @param argb pixels row by row, not premultiplied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Frame(long micros, int width, int height, int[] argb) {
    public Frame {
        if ((long) width * height != argb.length) {
            throw new IllegalArgumentException("pixels do not fill the frame");
        }
    }
}
