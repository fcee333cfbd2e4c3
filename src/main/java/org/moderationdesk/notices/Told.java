package org.moderationdesk.notices;

import java.time.Instant;

/** What the person concerned is told of one decision, or why they are not. */
public sealed interface Told {
    /** The words for them. */
    record Of(Statement statement) implements Told {}

    /** Nothing, and why. */
    record Nothing(Why why) implements Told {}

    /** Not yet: what was decided can still be undone until then. */
    record NotYet(Instant until) implements Told {}

    /** Why nothing. Each has its words under {@code notices.none.} in the text bundle {@code notices}. */
    enum Why {
        /** It would warn somebody whom authorities look for (formats 3, handling rules). */
        CHILD_SAFETY,
        /** An order about it says that they may not be told. */
        ORDERED,
        /** All of it waits for a second person. */
        WAITS,
        /** Nothing was done that they would have to know. */
        NOTHING_DONE,
        /** Nothing was done; somebody is in need, and nobody is known who helps. */
        NO_LINES,
        /** It was undone, or another decision took its place. */
        NO_MORE,
        /** What it is about is not there any more. */
        ERASED
    }
}
