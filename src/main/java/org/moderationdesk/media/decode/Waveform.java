package org.moderationdesk.media.decode;

/**
 * How loud a clip is over its length.
 *
 * @param peaks 0 to 1, one a bin, of equal lengths of time
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Waveform(float[] peaks) {}
