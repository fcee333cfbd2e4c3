package org.moderationdesk.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code approval}. Times in milliseconds since 1970.
 *
 * @param why id of the personal text
 */
record ApprovalRow(
        String decisionId,
        String itemId,
        String first,
        String second,
        ApprovalVerdict verdict,
        long at,
        @Nullable String why,
        boolean childSafety) {
    static final String COLUMNS =
            "decision_id, item_id, first_person, second_person, verdict, at, why, child_safety, event_seq";

    private static final String INSERT = "insert into approval (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String BY_DECISION = "select " + COLUMNS + " from approval where decision_id = ?";

    static Optional<ApprovalRow> find(Handle handle, String decisionId) {
        return handle.createQuery(BY_DECISION)
                .bind(0, decisionId)
                .map((row, _) -> read(row))
                .findOne();
    }

    static ApprovalRow read(ResultSet row) throws SQLException {
        return new ApprovalRow(
                row.getString("decision_id"),
                row.getString("item_id"),
                row.getString("first_person"),
                row.getString("second_person"),
                ApprovalVerdict.valueOf(row.getString("verdict")),
                row.getLong("at"),
                row.getString("why"),
                row.getBoolean("child_safety"));
    }

    RowState insert(Act act) {
        act.handle()
                .execute(INSERT, decisionId, itemId, first, second, verdict.name(), at, why, childSafety, act.next());
        return DecisionTables.APPROVAL.added(decisionId, itemId, first, second, verdict, at, why, childSafety);
    }

    Approval approval(String words) {
        return new Approval(decisionId, itemId, first, second, verdict, Instant.ofEpochMilli(at), words, childSafety);
    }
}
