package org.moderationdesk.routing;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. */
public final class RoutingTables {
    static final ProjectedTable PLAN = new ProjectedTable("routing_plan", "cast(version as varchar)", List.of("body"));

    private RoutingTables() {}

    public static List<ProjectedTable> all() {
        return List.of(PLAN);
    }
}
