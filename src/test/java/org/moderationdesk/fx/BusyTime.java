package org.moderationdesk.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long the thread that asks has been at work since this was made: all the time that passed, also what it slept,
 * waited or read, but for what it stood ready and other work had the processor. So a test may hold a bound to it on a
 * loaded machine. Where the system does not tell the latter, all the time counts.
 */
public final class BusyTime {
    private static final Path TOLD = Path.of("/proc/thread-self/schedstat");

    private final long from = System.nanoTime();
    private final long readyFrom = ready();

    /** The time of this thread so far. */
    public Duration soFar() {
        long passed = System.nanoTime() - from;
        return Duration.ofNanos(passed - (ready() - readyFrom));
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
