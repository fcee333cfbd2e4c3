package org.moderationdesk.retention;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room, all of which the log tells of. A class holds no space, so a key is unambiguous. */
public final class RetentionTables {
    static final ProjectedTable PERIOD = new ProjectedTable("retention_period", "what", List.of("days"));
    static final ProjectedTable HOLD = new ProjectedTable(
            "retention_hold",
            "id",
            List.of("subject", "subject_id", "kind", "placed_by", "placed_at", "reason", "lifted_at"));
    static final ProjectedTable TERM = new ProjectedTable(
            "hold_term", "hold_id || ' ' || cast(place as varchar)", List.of("ends_at", "why", "person", "at"));
    static final ProjectedTable ERASED = new ProjectedTable("erased", "what || ' ' || subject", List.of("at"));

    private RetentionTables() {}

    public static List<ProjectedTable> all() {
        return List.of(PERIOD, HOLD, TERM, ERASED);
    }
}
