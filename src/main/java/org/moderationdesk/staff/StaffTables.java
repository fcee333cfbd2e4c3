package org.moderationdesk.staff;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of: not passwords and tries, of which it must not hold even a digest. */
public final class StaffTables {
    static final ProjectedTable PERSON = new ProjectedTable(
            "person", "name", List.of("folded", "roles", "child_safety", "disabled", "must_change", "on_shift_since"));

    static final ProjectedTable SKILL = new ProjectedTable("person_skill", "name", List.of("languages", "sections"));

    private StaffTables() {}

    public static List<ProjectedTable> all() {
        return List.of(PERSON, SKILL);
    }
}
