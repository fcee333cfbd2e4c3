package org.moderationdesk.review.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.items.Duplicate;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Submitted;

/**
 * A decision as a person sent it. It can be sent again: the case that was opened carries the decision's id, under which
 * the store records it once.
 *
 * @param ticked duplicates that are decided with it
 * @param nextOf which case is opened then; null for none
 */
record Submission(
        Opened opened,
        Proposal proposal,
        long activeMs,
        Map<String, Duplicate.Why> ticked,
        @Nullable CaseFilter nextOf) {
    /** What it came to. */
    record Sent(
            Submitted answer,
            DecidedTogether.Done together,
            @Nullable DecisionLine line,
            @Nullable Opened next,
            @Nullable RuntimeException notNow) {}

    /** Not for the JavaFX thread. */
    Sent send(ReviewDesk desk) {
        Review review = desk.review();
        Submitted answer = review.submit(opened, proposal, activeMs);
        if (!(answer instanceof Submitted.Accepted accepted)) {
            return new Sent(answer, new DecidedTogether.Done(List.of(), 0), null, null, null);
        }
        DecidedTogether.Done together = new DecidedTogether(review, desk.person()).decide(proposal, ticked);
        @Nullable
        DecisionLine line =
                desk.decisions().find(accepted.decision().decisionId()).orElse(null);
        if (nextOf == null) {
            return new Sent(answer, together, line, opened, null);
        }
        try {
            @Nullable Opened next = review.openNext(desk.person(), nextOf).orElse(null);
            return new Sent(answer, together, line, next, null);
        } catch (RuntimeException notNow) {
            // The decision is recorded all the same, and that must be said.
            return new Sent(answer, together, line, null, notNow);
        }
    }
}
