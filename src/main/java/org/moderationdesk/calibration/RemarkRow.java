package org.moderationdesk.calibration;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code calibration_remark}. Times in milliseconds since 1970.
 *
 * @param words id of the personal text
 */
record RemarkRow(String id, String sessionId, int position, String itemId, String person, long at, String words) {
    private static final int MOST = 500;
    private static final String INSERT = """
        insert into calibration_remark (id, session_id, position, item_id, person, at, words, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String OF_CASE = """
        select id, session_id, position, item_id, person, at, words
          from calibration_remark
         where session_id = ? and position = ?
         order by session_id, position, at
         fetch first ? rows only
        """;

    static List<RemarkRow> of(Handle handle, String sessionId, int position) {
        return handle.createQuery(OF_CASE)
                .bind(0, sessionId)
                .bind(1, position)
                .bind(2, MOST)
                .map((row, _) -> new RemarkRow(
                        row.getString("id"),
                        row.getString("session_id"),
                        row.getInt("position"),
                        row.getString("item_id"),
                        row.getString("person"),
                        row.getLong("at"),
                        row.getString("words")))
                .list();
    }

    RowState insert(Act act) {
        act.handle().execute(INSERT, id, sessionId, position, itemId, person, at, words, act.next());
        return CalibrationTables.REMARK.added(id, sessionId, position, itemId, person, at, words);
    }
}
