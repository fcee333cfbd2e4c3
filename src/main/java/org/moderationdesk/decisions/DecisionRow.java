package org.moderationdesk.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/** A row of the table {@code decision}. Times in milliseconds since 1970. */
record DecisionRow(
        String id,
        long caseId,
        String itemId,
        int itemVersion,
        String edition,
        String person,
        Outcome outcome,
        @Nullable String ground,
        DecisionState state,
        @Nullable String replaces,
        long at,
        long releaseAt,
        long activeMs,
        String body,
        long eventSeq) {
    static final String COLUMNS = """
        id, case_id, item_id, item_version, edition, person, outcome, ground, state, replaces, at, release_at,
        active_ms, body, event_seq\
        """;

    private static final String INSERT =
            "insert into decision (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update decision set state = ?, event_seq = ? where id = ? and event_seq = ?";
    private static final String BY_ID = "select " + COLUMNS + " from decision where id = :id";
    private static final String OF_CASE = "select " + COLUMNS + """
         from decision
         where case_id = :case
         order by case_id, at
        """;

    static Optional<DecisionRow> find(Handle handle, String id) {
        return handle.createQuery(BY_ID)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    static List<DecisionRow> ofCase(Handle handle, long caseId) {
        return handle.createQuery(OF_CASE)
                .bind("case", caseId)
                .map((row, _) -> read(row))
                .list();
    }

    static DecisionRow read(ResultSet row) throws SQLException {
        return new DecisionRow(
                row.getString("id"),
                row.getLong("case_id"),
                row.getString("item_id"),
                row.getInt("item_version"),
                row.getString("edition"),
                row.getString("person"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("ground"),
                DecisionState.valueOf(row.getString("state")),
                row.getString("replaces"),
                row.getLong("at"),
                row.getLong("release_at"),
                row.getLong("active_ms"),
                row.getString("body"),
                row.getLong("event_seq"));
    }

    Recorded recorded() {
        return new Recorded(id, state, Instant.ofEpochMilli(releaseAt));
    }

    RowState insert(Act act) {
        act.writeOne(
                INSERT,
                id,
                caseId,
                itemId,
                itemVersion,
                edition,
                person,
                outcome.name(),
                ground,
                state.name(),
                replaces,
                at,
                releaseAt,
                activeMs,
                body,
                act.next());
        return DecisionTables.DECISION.added(id, values());
    }

    RowState change(Act act, DecisionState becomes) {
        act.writeOne(UPDATE, becomes.name(), act.next(), id, eventSeq);
        DecisionFact.becomes(act, id, becomes);
        return DecisionTables.DECISION.changed(id, eventSeq, in(becomes).values());
    }

    DecisionRow in(DecisionState other) {
        return new DecisionRow(
                id,
                caseId,
                itemId,
                itemVersion,
                edition,
                person,
                outcome,
                ground,
                other,
                replaces,
                at,
                releaseAt,
                activeMs,
                body,
                eventSeq);
    }

    private @Nullable Object[] values() {
        return new @Nullable Object[] {
            caseId,
            itemId,
            itemVersion,
            edition,
            person,
            outcome,
            ground,
            state,
            replaces,
            at,
            releaseAt,
            activeMs,
            body
        };
    }
}
