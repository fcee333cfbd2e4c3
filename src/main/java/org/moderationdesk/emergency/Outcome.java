package org.moderationdesk.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * What came of a call, as somebody entered it.
 *
 * @param place counted from 0
 * @param endedAt when the call ended, or this became known
 * @param reference of the dispatcher; empty without
 * @param words what was agreed; empty without
 */
public record Outcome(
        String callId,
        int place,
        String itemId,
        OutcomeKind kind,
        Instant endedAt,
        String reference,
        String words,
        String by,
        Instant at) {
    private static final String INSERT = """
        insert into emergency_outcome (call_id, place, item_id, kind, ended_at, reference, words, person, at, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String OF_CALL = """
        select o.call_id, o.place, o.item_id, o.kind, o.ended_at, o.reference, coalesce(t.words, '') as said, o.person,
               o.at
          from emergency_outcome o
          left join personal_text t on t.id = o.words
         where o.call_id = ?
         order by o.place
        """;

    RowState insert(Act act, String textId) {
        act.writeOne(
                INSERT,
                callId,
                place,
                itemId,
                kind.name(),
                endedAt.toEpochMilli(),
                reference,
                textId,
                by,
                at.toEpochMilli(),
                act.next());
        return EmergencyTables.OUTCOME.added(
                callId + " " + place, itemId, kind, endedAt.toEpochMilli(), reference, textId, by, at.toEpochMilli());
    }

    static List<Outcome> ofCall(Handle handle, String callId) {
        return handle.createQuery(OF_CALL)
                .bind(0, callId)
                .map((row, _) -> read(row))
                .list();
    }

    private static Outcome read(ResultSet row) throws SQLException {
        return new Outcome(
                row.getString("call_id"),
                row.getInt("place"),
                row.getString("item_id"),
                OutcomeKind.valueOf(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("ended_at")),
                row.getString("reference"),
                row.getString("said"),
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
