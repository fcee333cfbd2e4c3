package org.moderationdesk.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs slow work off the JavaFX thread and brings the answer back onto it. */
public interface Background extends AutoCloseable {
    /**
     * Starts the work and returns at once.
     *
     * @param onDone told the answer, on the JavaFX thread
     * @param onFailed told what the work threw, on the JavaFX thread
     */
    <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed);

    /** Lets work under way end and starts no more. */
    @Override
    default void close() {}
}
