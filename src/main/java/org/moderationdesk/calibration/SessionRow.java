package org.moderationdesk.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code calibration_session}. Times in milliseconds since 1970.
 *
 * @param title id of the personal text
 */
record SessionRow(
        String id,
        String title,
        String madeBy,
        long madeAt,
        long dueAt,
        SessionState state,
        boolean namesShown,
        @Nullable Long closedAt,
        @Nullable Long ruledAt,
        long eventSeq) {
    static final String COLUMNS = """
        s.id, s.title, s.made_by, s.made_at, s.due_at, s.state, s.names_shown, s.closed_at, s.ruled_at, s.event_seq\
        """;

    private static final String FIND = "select " + COLUMNS + " from calibration_session s where s.id = ?";
    private static final String INSERT = """
        insert into calibration_session (id, title, made_by, made_at, due_at, state, names_shown, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE = """
        update calibration_session
           set state = ?, names_shown = ?, closed_at = ?, ruled_at = ?, event_seq = ?
         where id = ? and event_seq = ?
        """;

    static Optional<SessionRow> find(Handle handle, String id) {
        return handle.createQuery(FIND).bind(0, id).map((row, _) -> read(row)).findOne();
    }

    static SessionRow read(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getString("id"),
                row.getString("title"),
                row.getString("made_by"),
                row.getLong("made_at"),
                row.getLong("due_at"),
                SessionState.valueOf(row.getString("state")),
                row.getBoolean("names_shown"),
                row.getObject("closed_at", Long.class),
                row.getObject("ruled_at", Long.class),
                row.getLong("event_seq"));
    }

    RowState insert(Act act) {
        act.handle().execute(INSERT, id, title, madeBy, madeAt, dueAt, state.name(), namesShown, act.next());
        return CalibrationTables.SESSION.added(id, values());
    }

    SessionRow closed(long at) {
        return new SessionRow(id, title, madeBy, madeAt, dueAt, SessionState.CLOSED, namesShown, at, ruledAt, eventSeq);
    }

    SessionRow ruled(long at) {
        return new SessionRow(id, title, madeBy, madeAt, dueAt, SessionState.RULED, namesShown, closedAt, at, eventSeq);
    }

    SessionRow named() {
        return new SessionRow(id, title, madeBy, madeAt, dueAt, state, true, closedAt, ruledAt, eventSeq);
    }

    /** Writes what it has become; the row must still be as it was read. */
    RowState update(Act act) {
        int changed =
                act.handle().execute(UPDATE, state.name(), namesShown, closedAt, ruledAt, act.next(), id, eventSeq);
        if (changed != 1) {
            throw new IllegalStateException("a session changed under an open act");
        }
        return CalibrationTables.SESSION.changed(id, eventSeq, values());
    }

    private @Nullable Object[] values() {
        return new @Nullable Object[] {title, madeBy, madeAt, dueAt, state, namesShown, closedAt, ruledAt};
    }
}
