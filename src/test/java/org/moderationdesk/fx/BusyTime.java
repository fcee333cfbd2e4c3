package org.moderationdesk.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long the thread that asks has been at work since this was made: all the time that passed, also what it slept,
 * waited or read, but for what it stood ready and other work had the processor, and for what everything stood while the
 * garbage was collected, most of which other tests left. So a test may hold a bound to it on a loaded machine. Where the
 * system does not tell the former, all the time counts.
 */
public final class BusyTime {
    private static final Path TOLD = Path.of("/proc/thread-self/schedstat");

    private final long from = System.nanoTime();
    private final long readyFrom = ready();
    private final long collectedFrom = collected();

    /** The time of this thread so far. */
    public Duration soFar() {
        long passed = System.nanoTime() - from;
        return Duration.ofNanos(passed - (ready() - readyFrom) - (collected() - collectedFrom));
    }

    /** Nanoseconds for which the collector had the whole machine; tests run with the one that stops everything. */
    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .map(TimeUnit.MILLISECONDS::toNanos)
                .sum();
    }

    /** Nanoseconds for which this thread stood ready and did not run. */
    private static long ready() {
        if (!Files.isReadable(TOLD)) {
            return 0;
        }
        try {
            return Long.parseLong(Files.readString(TOLD).split(" ")[1]);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
