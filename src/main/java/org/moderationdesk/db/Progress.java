package org.moderationdesk.db;

import java.util.concurrent.CancellationException;

/** Hears how far long work is, on the thread that does it, and may ask it to stop. */
@FunctionalInterface
public interface Progress {
    /** For who does not want to know. */
    Progress NONE = (done, total) -> {};

    /** So much is done, of so much; both in the work's own unit. A total of 0 is not known yet. */
    void at(long done, long total);

    /** Whether the work is to stop; it then throws {@link CancellationException} and leaves nothing behind. */
    default boolean isCancelled() {
        return false;
    }

    /** Tells, and stops where that is asked. */
    default void pass(long done, long total) {
        if (isCancelled()) {
            throw new CancellationException("stopped on request");
        }
        at(done, total);
    }
}
