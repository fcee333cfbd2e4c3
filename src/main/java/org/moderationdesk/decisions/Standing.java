package org.moderationdesk.decisions;

import java.time.Instant;

/** How the person who decides stands to the case. */
public sealed interface Standing {
    /** They hold it, with this token, until this moment. */
    record Held(long token, Instant until) implements Standing {}

    /** The case is open and nobody holds it: they never did, or their lease has ended. */
    record NotHeld() implements Standing {}

    /** Somebody else holds it. */
    record HeldBy(String name) implements Standing {}

    /** Somebody decided it meanwhile. */
    record DecidedBy(String name, Instant at) implements Standing {}

    /** The item has no open case and no decision that closed one. */
    record NothingOpen() implements Standing {}
}
