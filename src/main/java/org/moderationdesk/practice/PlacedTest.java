package org.moderationdesk.practice;

/** A hidden test, and what has become of it. */
public record PlacedTest(HiddenTest test, Standing standing) {
    /** What can have become of one. */
    public enum Standing {
        /** In its queue. */
        WAITING,
        /** Somebody is at it. */
        HELD,
        /** Decided, and part of that waits for a second person. */
        AWAITING_SECOND,
        ANSWERED,
        /** Decided by who let it leave its queue. */
        RETIRED
    }
}
