package org.moderationdesk.log;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, before it has its place in the log.
 *
 * @param caseId the case it concerns, if one
 * @param itemId the item it concerns, if one
 * @param facts what happened, of the types that {@link org.moderationdesk.base.CanonicalJson} writes; never personal
 *     free text, whose place is {@link Act#keep}
 * @param rows every row of a projected table that this event inserts, updates or deletes
 */
public record Entry(
        EventKind kind, @Nullable Long caseId, @Nullable String itemId, Map<String, ?> facts, List<RowState> rows) {
    public Entry {
        rows = List.copyOf(rows);
    }
}
