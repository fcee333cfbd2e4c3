package org.moderationdesk.shell;

import java.time.Instant;

/** What is known of the log's chain. */
public sealed interface ChainState {
    record NotYet() implements ChainState {}

    /** Whoever looks is not shown the whole log, so that nothing can be said of it here. */
    record NotHere() implements ChainState {}

    record Verifying() implements ChainState {}

    record Intact(Instant at) implements ChainState {}

    /** @param entry the first entry that does not fit */
    record Broken(Instant at, long entry) implements ChainState {}
}
