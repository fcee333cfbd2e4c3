package org.moderationdesk.decisions;

/** Makes sure that an update met the row it meant. */
final class Changes {
    private Changes() {}

    /** @throws IllegalStateException when another act changed the row in between, which the log's head forbids */
    static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("expected to change one row, changed " + rows);
        }
    }
}
