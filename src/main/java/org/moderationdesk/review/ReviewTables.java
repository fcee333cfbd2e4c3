package org.moderationdesk.review;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. */
public final class ReviewTables {
    static final ProjectedTable LOOK = new ProjectedTable(
            "look", "id", List.of("case_id", "item_id", "version", "media", "person", "form", "at", "millis"));

    private ReviewTables() {}

    public static List<ProjectedTable> all() {
        return List.of(LOOK);
    }
}
