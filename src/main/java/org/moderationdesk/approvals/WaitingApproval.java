package org.moderationdesk.approvals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AwaitedDecision;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.queue.CaseRow;

/**
 * A decision that waits for a second person, as it is laid before one.
 *
 * @param row its case, as it now is
 * @param due when it is to be answered
 * @param against why the person who looks may not answer it; null when they may
 * @param eligible who may, by name
 */
public record WaitingApproval(
        AwaitedDecision awaited,
        CaseRow row,
        Instant due,
        @Nullable Refusal against,
        List<String> eligible) {
    public WaitingApproval {
        eligible = List.copyOf(eligible);
    }

    public DecisionLine line() {
        return awaited.line();
    }

    public boolean isLate(Instant now) {
        return due.isBefore(now);
    }
}
