package org.moderationdesk.review;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. */
public final class ReviewTables {
    static final ProjectedTable LOOK = new ProjectedTable(
            "look", "id", List.of("case_id", "item_id", "version", "media", "person", "form", "at", "millis"));
    static final ProjectedTable LOOK_SPAN = new ProjectedTable("look_span", "look_id", List.of("from_ms", "to_ms"));
    static final ProjectedTable SEALED_LOOK = new ProjectedTable("sealed_look", "look_id", List.of("reason", "note"));
    static final ProjectedTable COVER_FLOOR =
            new ProjectedTable("cover_floor", "severity", List.of("first_form", "blur", "muted"));

    private ReviewTables() {}

    public static List<ProjectedTable> all() {
        return List.of(LOOK, LOOK_SPAN, SEALED_LOOK, COVER_FLOOR);
    }
}
