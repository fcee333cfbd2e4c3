package org.moderationdesk.quality;

/** What an update is held to. */
final class Rows {
    private Rows() {}

    /** @throws IllegalStateException unless it was one row: another act has changed it under this one */
    static void one(int updated) {
        if (updated != 1) {
            throw new IllegalStateException("a row of quality review changed under an open act");
        }
    }
}
