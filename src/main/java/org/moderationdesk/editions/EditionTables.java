package org.moderationdesk.editions;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. Names of editions and ids hold no space, so a key is unambiguous. */
public final class EditionTables {
    static final ProjectedTable EDITION = new ProjectedTable(
            "edition", "edition || ' ' || version", List.of("from_at", "digest", "shape", "nl", "en"));
    static final ProjectedTable READ =
            new ProjectedTable("edition_read", "edition || ' ' || version || ' ' || person", List.of("at"));
    static final ProjectedTable DUTY = new ProjectedTable("edition_duty", "cast(id as varchar)", List.of("must_read"));
    static final ProjectedTable RE_REVIEW = new ProjectedTable(
            "re_review",
            "id",
            List.of("edition", "clauses", "found", "chosen", "seed", "reason", "due_days", "made_by", "made_at"));
    static final ProjectedTable CASE = new ProjectedTable(
            "re_review_case", "re_review_id || ' ' || position", List.of("decision_id", "item_id", "child_safety"));

    private EditionTables() {}

    public static List<ProjectedTable> all() {
        return List.of(EDITION, READ, DUTY, RE_REVIEW, CASE);
    }
}
