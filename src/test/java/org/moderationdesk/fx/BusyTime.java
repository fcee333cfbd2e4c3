package org.moderationdesk.fx;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long the thread that asks has itself been computing since this was made. What a loaded machine does meanwhile
 * does not count, so a test may hold a bound to it.
 */
public final class BusyTime {
    private final long from = now();

    /** The time that this thread computed so far. */
    public Duration soFar() {
        return Duration.ofNanos(now() - from);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
