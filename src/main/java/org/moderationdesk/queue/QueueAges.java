package org.moderationdesk.queue;

import java.time.Duration;
import java.util.List;

/**
 * How long open cases have been open, from the youngest to the oldest, and how many of them are past their due time.
 *
 * @param held how many of all somebody holds
 * @param atLeastLate whether late cases were counted no further than {@link #MOST_LATE}
 */
public record QueueAges(List<Band> bands, long held, boolean atLeastLate) {
    /** Late cases are looked at no further in one queue. */
    public static final int MOST_LATE = 20_000;

    /** The younger ends of the bands. */
    static final List<Duration> FROM = List.of(
            Duration.ZERO,
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(72));

    public QueueAges {
        bands = List.copyOf(bands);
    }

    /**
     * Cases of about one age.
     *
     * @param from at least so old
     * @param late how many of the open ones
     */
    public record Band(Duration from, long open, long late) {}

    public long open() {
        return bands.stream().mapToLong(Band::open).sum();
    }

    public long late() {
        return bands.stream().mapToLong(Band::late).sum();
    }
}
