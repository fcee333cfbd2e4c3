package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;
import org.moderationdesk.staff.Person;

/**
 * A row of the table {@code quality_draw}. Times in milliseconds since 1970.
 *
 * @param section of the leading clause; empty without one
 * @param planVersion 0 where somebody asked for it
 * @param reason id of the personal text
 */
record DrawRow(
        String reviewId,
        String decisionId,
        String itemId,
        String first,
        String section,
        long decidedAt,
        int planVersion,
        String stratum,
        @Nullable String askedBy,
        @Nullable String reason,
        boolean childSafety,
        long drawnAt) {
    static final String COLUMNS = """
        review_id, decision_id, item_id, first_person, section, decided_at, plan_version, stratum, asked_by, reason,
        child_safety, drawn_at, event_seq\
        """;

    private static final String INSERT =
            "insert into quality_draw (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String BY_REVIEW = "select " + COLUMNS + " from quality_draw where review_id = ?";

    static Optional<DrawRow> find(Handle handle, String reviewId) {
        return handle.createQuery(BY_REVIEW)
                .bind(0, reviewId)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Whether this person may know of the decision. */
    boolean isSeenBy(Handle handle, Person viewer) {
        return Clearance.sees(handle, viewer, itemId, childSafety);
    }

    static DrawRow read(ResultSet row) throws SQLException {
        return new DrawRow(
                row.getString("review_id"),
                row.getString("decision_id"),
                row.getString("item_id"),
                row.getString("first_person"),
                row.getString("section"),
                row.getLong("decided_at"),
                row.getInt("plan_version"),
                row.getString("stratum"),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getBoolean("child_safety"),
                row.getLong("drawn_at"));
    }

    RowState insert(Act act) {
        act.handle()
                .execute(
                        INSERT,
                        reviewId,
                        decisionId,
                        itemId,
                        first,
                        section,
                        decidedAt,
                        planVersion,
                        stratum,
                        askedBy,
                        reason,
                        childSafety,
                        drawnAt,
                        act.next());
        return QualityTables.DRAW.added(
                reviewId,
                decisionId,
                itemId,
                first,
                section,
                decidedAt,
                planVersion,
                stratum,
                askedBy,
                reason,
                childSafety,
                drawnAt);
    }
}
