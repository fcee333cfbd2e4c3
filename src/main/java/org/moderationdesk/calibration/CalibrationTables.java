package org.moderationdesk.calibration;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. Ids hold no space, so a key is unambiguous. */
public final class CalibrationTables {
    static final ProjectedTable SESSION = new ProjectedTable(
            "calibration_session",
            "id",
            List.of("title", "made_by", "made_at", "due_at", "state", "names_shown", "closed_at", "ruled_at"));
    static final ProjectedTable CASE = new ProjectedTable(
            "calibration_case",
            "session_id || ' ' || position",
            List.of("decision_id", "item_id", "first_person", "source", "child_safety"));
    static final ProjectedTable SEAT =
            new ProjectedTable("calibration_seat", "session_id || ' ' || seat", List.of("person"));
    static final ProjectedTable TURN = new ProjectedTable(
            "calibration_turn", "session_id || ' ' || position || ' ' || person", List.of("at", "sealed"));
    static final ProjectedTable ANSWER = new ProjectedTable(
            "calibration_answer",
            "session_id || ' ' || position || ' ' || seat",
            List.of("item_id", "outcome", "at", "active_ms", "body", "words"));
    static final ProjectedTable REMARK = new ProjectedTable(
            "calibration_remark", "id", List.of("session_id", "position", "item_id", "person", "at", "words"));
    static final ProjectedTable RULING = new ProjectedTable(
            "ruling",
            "id",
            List.of(
                    "session_id",
                    "position",
                    "decision_id",
                    "item_id",
                    "child_safety",
                    "edition",
                    "section",
                    "clauses",
                    "outcome",
                    "ground",
                    "carve_out",
                    "language",
                    "reason",
                    "second_language",
                    "second_reason",
                    "ruled_by",
                    "ruled_at",
                    "state",
                    "withdrawn_by",
                    "withdrawn_at",
                    "withdrawn_why",
                    "replacement"));

    private CalibrationTables() {}

    public static List<ProjectedTable> all() {
        return List.of(SESSION, CASE, SEAT, TURN, ANSWER, REMARK, RULING);
    }
}
