package org.moderationdesk.log;

import java.util.function.Function;

/** The chained log, and the one door through which anything that matters is written. */
public interface EventLog {
    /**
     * Runs the action in one transaction with the log's head held, and returns once rows and entries are on disk.
     * When the action throws, nothing has changed.
     *
     * @param by the person who acts, or "desk" for what the desk does by itself
     */
    <T> T record(String by, Function<Act, T> action);

    /**
     * The same without waiting for the disk: a crash within the next second may lose the whole act, rows and entries
     * together, and leaves the log intact. For what nobody is told of as recorded.
     */
    <T> T recordSoon(String by, Function<Act, T> action);
}
