package org.moderationdesk.referrals.targets;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. */
public final class TargetTables {
    static final ProjectedTable PLAN = new ProjectedTable("target_plan", "cast(version as varchar)", List.of("body"));

    private TargetTables() {}

    public static List<ProjectedTable> all() {
        return List.of(PLAN);
    }
}
