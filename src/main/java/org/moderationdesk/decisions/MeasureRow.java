package org.moderationdesk.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/** A row of the table {@code measure}. Times in milliseconds since 1970. */
record MeasureRow(
        String id,
        String decisionId,
        String itemId,
        @Nullable String accountId,
        MeasureType type,
        DecisionState state,
        long releaseAt,
        @Nullable Long untilAt,
        @Nullable Long expiresAt,
        String body,
        long eventSeq) {
    static final String COLUMNS = """
        id, decision_id, item_id, account_id, type, state, release_at, until_at, expires_at, body, event_seq\
        """;

    private static final String INSERT =
            "insert into measure (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update measure set state = ?, release_at = ?, event_seq = ? where id = ? and event_seq = ?";
    private static final String OF_DECISION = "select " + COLUMNS + """
         from measure
         where decision_id in (<ids>)
         order by decision_id, case type when 'STOP_STREAM' then 0 else 1 end, id
        """;

    static List<MeasureRow> ofDecisions(Handle handle, List<String> decisionIds) {
        return decisionIds.isEmpty()
                ? List.of()
                : handle.createQuery(OF_DECISION)
                        .bindList("ids", decisionIds)
                        .map((row, _) -> read(row))
                        .list();
    }

    static MeasureRow read(ResultSet row) throws SQLException {
        long until = row.getLong("until_at");
        @Nullable Long untilAt = row.wasNull() ? null : until;
        long expires = row.getLong("expires_at");
        @Nullable Long expiresAt = row.wasNull() ? null : expires;
        return new MeasureRow(
                row.getString("id"),
                row.getString("decision_id"),
                row.getString("item_id"),
                row.getString("account_id"),
                MeasureType.valueOf(row.getString("type")),
                DecisionState.valueOf(row.getString("state")),
                row.getLong("release_at"),
                untilAt,
                expiresAt,
                row.getString("body"),
                row.getLong("event_seq"));
    }

    RowState insert(Act act) {
        act.writeOne(
                INSERT,
                id,
                decisionId,
                itemId,
                accountId,
                type.name(),
                state.name(),
                releaseAt,
                untilAt,
                expiresAt,
                body,
                act.next());
        return DecisionTables.MEASURE.added(id, values());
    }

    RowState change(Act act, DecisionState becomes, long release) {
        act.writeOne(UPDATE, becomes.name(), release, act.next(), id, eventSeq);
        var changed = new MeasureRow(
                id, decisionId, itemId, accountId, type, becomes, release, untilAt, expiresAt, body, eventSeq);
        return DecisionTables.MEASURE.changed(id, eventSeq, changed.values());
    }

    private @Nullable Object[] values() {
        return new @Nullable Object[] {decisionId, itemId, accountId, type, state, releaseAt, untilAt, expiresAt, body};
    }
}
