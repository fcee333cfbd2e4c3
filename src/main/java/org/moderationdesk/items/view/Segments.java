package org.moderationdesk.items.view;

/**
 * How a recording of a livestream falls into segments.
 *
 * @param eachMs length of all but the last
 * @param allMs length of the recording
 */
record Segments(long eachMs, long allMs) {
    Segments {
        if (eachMs <= 0 || allMs < 0) {
            throw new IllegalArgumentException("segments of no length");
        }
    }

    int count() {
        return (int) Math.clamp((allMs + eachMs - 1) / eachMs, 1, Integer.MAX_VALUE);
    }

    /** The segment at this time, from 0 on. */
    int at(long ms) {
        return (int) Math.clamp(ms / eachMs, 0, count() - 1L);
    }

    long from(int segment) {
        return segment * eachMs;
    }

    long to(int segment) {
        return Math.min((segment + 1) * eachMs, Math.max(allMs, from(segment)));
    }
}
