package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;

/**
 * A difference that was resolved, as one of its two reviewers, or a lead, may look back on it.
 *
 * @param firstPerson who made the first decision, and {@code secondPerson} who answered blind
 * @param fields in which the two differ
 * @param note of who resolved it; empty without one
 * @param replacement the decision that took the first one's place, if one did
 * @param replies what the two said to it, oldest first
 * @param mayReply whether the person who asked may still say something to it
 */
public record Resolved(
        String reviewId,
        String decisionId,
        String itemId,
        String section,
        String firstPerson,
        String secondPerson,
        Proposal first,
        Proposal second,
        Set<String> fields,
        Differences.Verdict verdict,
        String resolvedBy,
        Instant resolvedAt,
        String note,
        @Nullable String replacement,
        List<Reply> replies,
        boolean mayReply) {
    public Resolved {
        fields = Set.copyOf(fields);
        replies = List.copyOf(replies);
    }

    /** What one of the two reviewers said to it. */
    public record Reply(String person, Instant at, String words) {}
}
