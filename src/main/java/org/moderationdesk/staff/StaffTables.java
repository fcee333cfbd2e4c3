package org.moderationdesk.staff;

import java.util.List;
import java.util.Set;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of: not passwords and tries, of which it must not hold even a digest. */
public final class StaffTables {
    static final ProjectedTable PERSON = new ProjectedTable(
            "person", "name", List.of("folded", "roles", "child_safety", "disabled", "must_change", "on_shift_since"));

    static final ProjectedTable SKILL = new ProjectedTable("person_skill", "name", List.of("languages", "sections"));

    private StaffTables() {}

    /**
     * Tables that stay behind when the store moves to a server or comes from one: there to sign in is the login itself,
     * and no password is kept.
     */
    public static Set<String> ofThisPlace() {
        return Set.of("person_password", "sign_in_try");
    }

    public static List<ProjectedTable> all() {
        return List.of(PERSON, SKILL);
    }
}
