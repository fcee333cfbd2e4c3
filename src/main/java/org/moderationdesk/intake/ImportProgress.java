package org.moderationdesk.intake;

import java.time.Duration;

/** Follows an import, and can end it. Called on the importing thread. */
public interface ImportProgress {
    /** Follows nothing and ends nothing. */
    ImportProgress NONE = new ImportProgress() {
        @Override
        public void at(Step step) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** Told after each act, up to 1,000 lines further each time. */
    void at(Step step);

    /** Asked between acts: once true, the import ends there and keeps what it wrote. */
    boolean cancelled();

    /**
     * How far an import is.
     *
     * @param bytes read of {@code totalBytes}
     * @param lines read, blank ones not counted
     * @param linesPerSecond on average so far
     * @param remaining at that rate
     */
    record Step(long bytes, long totalBytes, long lines, double linesPerSecond, Duration remaining) {}
}
