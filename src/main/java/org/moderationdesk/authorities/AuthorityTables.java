package org.moderationdesk.authorities;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of; papers are told of by their hash. An id holds no space. */
public final class AuthorityTables {
    static final ProjectedTable DOSSIER = new ProjectedTable(
            "dossier",
            "id",
            List.of(
                    "referral_id",
                    "decision_id",
                    "item_id",
                    "target",
                    "state",
                    "targets",
                    "made_by",
                    "made_at",
                    "pdf",
                    "json"));
    static final ProjectedTable RECEIPT = new ProjectedTable(
            "dossier_receipt",
            "dossier_id || ' ' || cast(place as varchar)",
            List.of("item_id", "sent_at", "reference", "document", "person", "at"));

    private AuthorityTables() {}

    public static List<ProjectedTable> all() {
        return List.of(DOSSIER, RECEIPT);
    }
}
