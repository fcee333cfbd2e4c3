package org.moderationdesk.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.WhatWasSeen;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.notices.Told;
import org.moderationdesk.review.Opened;

/**
 * One decision with all that its reviewer saw and did.
 *
 * @param proposal answers, evidence and reasons, as they were given
 * @param seen which content was uncovered, how and for how long
 * @param then the case as it was laid before them; null where that has been erased
 * @param told what the person concerned is told of it
 * @param entries of the log that tell of the case, the earliest first
 */
public record Replay(
        LogRow row,
        DecisionLine line,
        Proposal proposal,
        WhatWasSeen seen,
        @Nullable Opened then,
        Told told,
        List<LoggedEvent> entries,
        ChainLink link) {
    public Replay {
        entries = List.copyOf(entries);
    }

    /** The case, where nothing of it is erased. */
    public Optional<Opened> asItWas() {
        return Optional.ofNullable(then);
    }
}
