package org.moderationdesk.calibration;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/** A row of the table {@code calibration_seat}. */
record SeatRow(String sessionId, int seat, String person) {
    private static final String OF_SESSIONS = """
        select session_id, seat, person
          from calibration_seat
         where session_id in (<ids>)
         order by session_id, seat
        """;
    private static final String INSERT =
            "insert into calibration_seat (session_id, seat, person, event_seq) values (?, ?, ?, ?)";

    static List<SeatRow> of(Handle handle, List<String> sessions) {
        return handle.createQuery(OF_SESSIONS)
                .bindList("ids", sessions)
                .map((row, _) -> new SeatRow(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
    }

    RowState insert(Act act) {
        act.handle().execute(INSERT, sessionId, seat, person, act.next());
        return CalibrationTables.SEAT.added(sessionId + " " + seat, person);
    }
}
