package org.moderationdesk.retention;

import java.time.Instant;

/**
 * A hold that somebody placed and nobody has lifted.
 *
 * @param subjectId of the account or item
 * @param reason in their words
 */
public record Hold(String id, Subject subject, String subjectId, HoldKind kind, String by, Instant at, String reason) {
    /** What is held. */
    public enum Subject {
        /** Everything of an account. */
        ACCOUNT,
        /** One item, and with it the case or cases of it. */
        ITEM
    }
}
