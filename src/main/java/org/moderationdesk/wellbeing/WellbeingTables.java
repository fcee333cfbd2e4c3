package org.moderationdesk.wellbeing;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The one table of this room that the log tells of: what is a person's own is not told to it. */
public final class WellbeingTables {
    static final ProjectedTable GATE_LIFT =
            new ProjectedTable("gate_lift", "own_day || ' ' || person", List.of("lifted_by", "lifted_at", "reason"));

    private WellbeingTables() {}

    public static List<ProjectedTable> all() {
        return List.of(GATE_LIFT);
    }
}
