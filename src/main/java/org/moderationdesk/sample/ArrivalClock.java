package org.moderationdesk.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The desk's clock, put back while sample cases arrive: due times run from arrival, and a queue in which all cases came
 * at the same moment looks like none. For the log and the intake that fill a sample desk, and nothing else. Safe for
 * any thread.
 */
public final class ArrivalClock implements InstantSource {
    private final InstantSource desk;
    private final AtomicReference<Duration> behind = new AtomicReference<>(Duration.ZERO);

    public ArrivalClock(InstantSource desk) {
        this.desk = desk;
    }

    @Override
    public Instant instant() {
        return desk.instant().minus(behind.get());
    }

    void putBack(Duration by) {
        behind.set(by);
    }
}
