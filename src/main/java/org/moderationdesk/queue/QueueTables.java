package org.moderationdesk.queue;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The queue's tables that follow from the log. */
public final class QueueTables {
    static final ProjectedTable CASE = new ProjectedTable(
            "open_case",
            "cast(id as varchar)",
            List.of(
                    "item_id",
                    "open_item",
                    "kind",
                    "state",
                    "queue",
                    "severity",
                    "rank",
                    "points",
                    "sections",
                    "chapter_set",
                    "excerpt",
                    "language",
                    "region",
                    "reports",
                    "opened_at",
                    "due_at",
                    "closed_at",
                    "child_safety",
                    "sealed",
                    "edition",
                    "token"));

    /** Heartbeats move only {@code ends_at}, which is therefore not covered. */
    static final ProjectedTable LEASE =
            new ProjectedTable("lease", "cast(case_id as varchar)", List.of("holder", "token", "started_at"));

    private QueueTables() {}

    public static List<ProjectedTable> all() {
        return List.of(CASE, LEASE);
    }
}
