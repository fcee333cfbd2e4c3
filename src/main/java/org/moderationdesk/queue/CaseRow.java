package org.moderationdesk.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/**
 * One case as a list shows it.
 *
 * @param sections codes that its reports name, most severe first, codes that the book lacks last
 * @param excerpt the first words of the item, safe to show in a list; empty for a sealed case
 * @param edition the one in force when it was opened
 * @param claimedBy who holds it, or for whom it waits, if anybody
 */
public record CaseRow(
        long id,
        String itemId,
        ItemKind kind,
        State state,
        String queue,
        List<String> sections,
        Severity severity,
        String excerpt,
        @Nullable String language,
        @Nullable String region,
        int reports,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant closedAt,
        Priority priority,
        boolean sealed,
        boolean childSafety,
        String edition,
        @Nullable String claimedBy) {
    public CaseRow {
        sections = List.copyOf(sections);
    }

    public boolean isLate(Instant now) {
        return state != State.CLOSED && dueAt.isBefore(now);
    }

    /** What has become of a case. */
    public enum State {
        WAITING,
        LEASED,
        CLOSED
    }
}
