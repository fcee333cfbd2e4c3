package org.moderationdesk.decisions;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. Ids and codes hold no space, so a key is unambiguous. */
public final class DecisionTables {
    static final ProjectedTable DECISION = new ProjectedTable(
            "decision",
            "id",
            List.of(
                    "case_id",
                    "item_id",
                    "item_version",
                    "edition",
                    "person",
                    "outcome",
                    "ground",
                    "state",
                    "replaces",
                    "at",
                    "release_at",
                    "active_ms",
                    "body"));
    static final ProjectedTable ANSWER =
            new ProjectedTable("decision_answer", "decision_id || ' ' || rule", List.of("answer", "note"));
    static final ProjectedTable EVIDENCE =
            new ProjectedTable("evidence_mark", "decision_id || ' ' || position", List.of("clause", "body"));
    static final ProjectedTable MEASURE = new ProjectedTable(
            "measure",
            "id",
            List.of(
                    "decision_id",
                    "item_id",
                    "account_id",
                    "type",
                    "state",
                    "release_at",
                    "until_at",
                    "expires_at",
                    "body"));
    static final ProjectedTable REFERRAL = new ProjectedTable(
            "referral",
            "id",
            List.of("decision_id", "item_id", "target", "threat_to_life", "why", "state", "release_at"));

    static final ProjectedTable APPROVAL = new ProjectedTable(
            "approval",
            "decision_id",
            List.of("item_id", "first_person", "second_person", "verdict", "at", "why", "child_safety"));

    private DecisionTables() {}

    public static List<ProjectedTable> all() {
        return List.of(DECISION, ANSWER, EVIDENCE, MEASURE, REFERRAL, APPROVAL);
    }
}
