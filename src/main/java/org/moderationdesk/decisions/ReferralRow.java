package org.moderationdesk.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code referral}. Times in milliseconds since 1970.
 *
 * @param why id of the personal text
 */
record ReferralRow(
        String id,
        String decisionId,
        String itemId,
        ReferralTarget target,
        boolean threatToLife,
        @Nullable String why,
        ReferralState state,
        long releaseAt,
        long eventSeq) {
    static final String COLUMNS = "id, decision_id, item_id, target, threat_to_life, why, state, release_at, event_seq";

    private static final String INSERT = "insert into referral (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update referral set state = ?, release_at = ?, event_seq = ? where id = ? and event_seq = ?";
    private static final String OF_DECISION = "select " + COLUMNS + """
         from referral
         where decision_id in (<ids>)
         order by decision_id, id
        """;

    static List<ReferralRow> ofDecisions(Handle handle, List<String> decisionIds) {
        return decisionIds.isEmpty()
                ? List.of()
                : handle.createQuery(OF_DECISION)
                        .bindList("ids", decisionIds)
                        .map((row, _) -> read(row))
                        .list();
    }

    static ReferralRow read(ResultSet row) throws SQLException {
        return new ReferralRow(
                row.getString("id"),
                row.getString("decision_id"),
                row.getString("item_id"),
                ReferralTarget.valueOf(row.getString("target")),
                row.getBoolean("threat_to_life"),
                row.getString("why"),
                ReferralState.valueOf(row.getString("state")),
                row.getLong("release_at"),
                row.getLong("event_seq"));
    }

    boolean isEmergency() {
        return new ReferralProposal(target, null, threatToLife).isEmergency();
    }

    RowState insert(Act act) {
        act.writeOne(
                INSERT, id, decisionId, itemId, target.name(), threatToLife, why, state.name(), releaseAt, act.next());
        return DecisionTables.REFERRAL.added(id, values());
    }

    RowState change(Act act, ReferralState becomes, long release) {
        act.writeOne(UPDATE, becomes.name(), release, act.next(), id, eventSeq);
        var changed = new ReferralRow(id, decisionId, itemId, target, threatToLife, why, becomes, release, eventSeq);
        return DecisionTables.REFERRAL.changed(id, eventSeq, changed.values());
    }

    private @Nullable Object[] values() {
        return new @Nullable Object[] {decisionId, itemId, target, threatToLife, why, state, releaseAt};
    }
}
