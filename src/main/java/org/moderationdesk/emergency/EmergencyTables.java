package org.moderationdesk.emergency;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room, all of which the log tells of. An id holds no space. */
public final class EmergencyTables {
    static final ProjectedTable CALL = new ProjectedTable(
            "emergency_call",
            "id",
            List.of("item_id", "target", "number", "region", "who", "place", "how", "called_by", "called_at", "at"));
    static final ProjectedTable OUTCOME = new ProjectedTable(
            "emergency_outcome",
            "call_id || ' ' || cast(place as varchar)",
            List.of("item_id", "kind", "ended_at", "reference", "words", "person", "at"));

    private EmergencyTables() {}

    public static List<ProjectedTable> all() {
        return List.of(CALL, OUTCOME);
    }
}
