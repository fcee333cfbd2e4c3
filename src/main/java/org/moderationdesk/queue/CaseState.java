package org.moderationdesk.queue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;

/** One row of open_case while an act works on it. Times are epoch milliseconds. Lives inside one act. */
final class CaseState {
    final long id;
    final String itemId;
    final ItemKind kind;
    final long openedAt;
    CaseRow.State state = CaseRow.State.WAITING;
    String queue = Queue.GENERAL;
    Severity severity = Severity.LOW;
    String points = "{}";
    String sections = "";
    String chapters = "";
    String excerpt = "";

    @Nullable
    String language;

    @Nullable
    String region;

    int reports;
    long dueAt;

    @Nullable
    Long closedAt;

    boolean childSafety;
    boolean sealed;
    String edition = "";
    long token;
    /** The entry that last told of this row; 0 while none has. */
    long eventSeq;

    CaseState(long id, String itemId, ItemKind kind, long openedAt) {
        this.id = id;
        this.itemId = itemId;
        this.kind = kind;
        this.openedAt = openedAt;
    }

    Priority priority() {
        return Priority.read(points, Instant.ofEpochMilli(dueAt));
    }

    List<String> sectionList() {
        return sections.isEmpty() ? List.of() : Arrays.asList(sections.split(" ", -1));
    }

    String key() {
        return Long.toString(id);
    }

    /** The values of every column but id and event_seq, in the order of {@link QueueTables#CASE}. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            itemId,
            state == CaseRow.State.CLOSED ? null : itemId,
            kind.name(),
            state.name(),
            queue,
            severity.ordinal(),
            priority().rank(),
            points,
            sections,
            chapters,
            excerpt,
            language,
            region,
            reports,
            openedAt,
            dueAt,
            closedAt,
            childSafety,
            sealed,
            edition,
            token
        };
    }

    CaseRow row(@Nullable String claimedBy) {
        return new CaseRow(
                id,
                itemId,
                kind,
                state,
                queue,
                sectionList(),
                severity,
                excerpt,
                language,
                region,
                reports,
                Instant.ofEpochMilli(openedAt),
                Instant.ofEpochMilli(dueAt),
                closedAt == null ? null : Instant.ofEpochMilli(closedAt),
                priority(),
                sealed,
                childSafety,
                edition,
                claimedBy);
    }
}
