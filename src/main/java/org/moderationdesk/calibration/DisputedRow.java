package org.moderationdesk.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;
import org.moderationdesk.staff.Person;

/**
 * A row of the table {@code calibration_case}.
 *
 * @param first who made the decision: told to nobody
 */
record DisputedRow(
        String sessionId,
        int position,
        String decisionId,
        String itemId,
        String first,
        CaseSource source,
        boolean childSafety) {
    private static final String OF_SESSIONS = """
        select session_id, position, decision_id, item_id, first_person, source, child_safety
          from calibration_case
         where session_id in (<ids>)
         order by session_id, position
        """;
    private static final String UNDER_WAY = """
        select distinct c.decision_id
          from calibration_case c
          join calibration_session s on s.id = c.session_id and s.state <> 'RULED'
        """;
    private static final String INSERT = """
        insert into calibration_case (session_id, position, decision_id, item_id, first_person, source, child_safety,
            event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;

    static List<DisputedRow> of(Handle handle, List<String> sessions) {
        return handle.createQuery(OF_SESSIONS)
                .bindList("ids", sessions)
                .map((row, _) -> read(row))
                .list();
    }

    /** Ids of decisions that a session is about which is not ruled yet. */
    static Set<String> underWay(Handle handle) {
        return handle.createQuery(UNDER_WAY).mapTo(String.class).set();
    }

    private static DisputedRow read(ResultSet row) throws SQLException {
        return new DisputedRow(
                row.getString("session_id"),
                row.getInt("position"),
                row.getString("decision_id"),
                row.getString("item_id"),
                row.getString("first_person"),
                CaseSource.valueOf(row.getString("source")),
                row.getBoolean("child_safety"));
    }

    /** Whether this person may know of the case. */
    boolean isSeenBy(Handle handle, Person viewer) {
        return Clearance.sees(handle, viewer, itemId, childSafety);
    }

    RowState insert(Act act) {
        act.handle()
                .execute(
                        INSERT, sessionId, position, decisionId, itemId, first, source.name(), childSafety, act.next());
        return CalibrationTables.CASE.added(sessionId + " " + position, decisionId, itemId, first, source, childSafety);
    }
}
