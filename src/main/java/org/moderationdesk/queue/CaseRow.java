package org.moderationdesk.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/**
 * One case as a list shows it.
 *
 * @param sections codes that its open reports name, most severe first
 * @param excerpt the first words of the item, safe to show in a list; empty for a sealed case
 * @param rank fixed points less due time in hours, in thousandths of a point: higher is more urgent
 * @param claimedBy who holds it, if anybody
 */
public record CaseRow(
        long id,
        String itemId,
        ItemKind kind,
        String queue,
        List<String> sections,
        Severity severity,
        String excerpt,
        @Nullable String language,
        @Nullable String region,
        int reports,
        Instant openedAt,
        Instant dueAt,
        long rank,
        boolean sealed,
        boolean childSafety,
        @Nullable String claimedBy) {
    public CaseRow {
        sections = List.copyOf(sections);
    }
}
