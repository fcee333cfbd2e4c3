package org.moderationdesk.quality;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. Ids and names of reviews hold no space, so a key is unambiguous. */
public final class QualityTables {
    static final ProjectedTable PLAN = new ProjectedTable("quality_plan", "cast(version as varchar)", List.of("body"));
    static final ProjectedTable DRAW = new ProjectedTable(
            "quality_draw",
            "review_id",
            List.of(
                    "decision_id",
                    "item_id",
                    "first_person",
                    "section",
                    "decided_at",
                    "plan_version",
                    "stratum",
                    "asked_by",
                    "reason",
                    "child_safety",
                    "drawn_at"));
    static final ProjectedTable REVIEW = new ProjectedTable(
            "second_review",
            "id",
            List.of(
                    "case_id",
                    "item_id",
                    "item_version",
                    "edition",
                    "kind",
                    "queue",
                    "severity",
                    "sections",
                    "language",
                    "region",
                    "opened_at",
                    "seen_at",
                    "due_at",
                    "child_safety",
                    "sealed",
                    "state",
                    "second_person",
                    "taken_at"));
    static final ProjectedTable ANSWER = new ProjectedTable(
            "second_answer", "review_id", List.of("item_id", "person", "outcome", "at", "active_ms", "body"));
    static final ProjectedTable RESOLUTION = new ProjectedTable(
            "difference_resolution", "review_id", List.of("item_id", "person", "verdict", "at", "note", "replacement"));
    static final ProjectedTable REPLY =
            new ProjectedTable("quality_reply", "review_id || ' ' || person", List.of("item_id", "at", "words"));
    static final ProjectedTable DECISION =
            new ProjectedTable("decision_quality", "decision_id", List.of("review_id", "item_id", "state"));

    private QualityTables() {}

    public static List<ProjectedTable> all() {
        return List.of(PLAN, DRAW, REVIEW, ANSWER, RESOLUTION, REPLY, DECISION);
    }
}
