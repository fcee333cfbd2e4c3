package org.moderationdesk.media.view;

/** From one moment of a recording to another, in microseconds from its beginning. */
public record TimeSpan(long fromMicros, long toMicros) {
    public TimeSpan {
        if (fromMicros < 0 || toMicros < fromMicros) {
            throw new IllegalArgumentException("not a span: " + fromMicros + " to " + toMicros);
        }
    }
}
