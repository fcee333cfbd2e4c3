package org.moderationdesk.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A call to emergency services that somebody made.
 *
 * @param target code of whom
 * @param number that was called
 * @param region two letters of where the person was thought to be
 * @param who what was said of whom it is about; so with where and how
 * @param calledAt when they were called
 * @param outcomes what came of it; empty while nobody has said
 */
public record Call(
        String id,
        String itemId,
        String target,
        String number,
        String region,
        String who,
        String where,
        String how,
        String by,
        Instant calledAt,
        List<Outcome> outcomes) {
    static final String INSERT = """
        insert into emergency_call
            (id, item_id, target, number, region, who, place, how, called_by, called_at, at, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String SELECT = """
        select c.id, c.item_id, c.target, c.number, c.region, coalesce(w.words, '') as who, coalesce(p.words, '') as place,
               coalesce(h.words, '') as how, c.called_by, c.called_at
          from emergency_call c
          left join personal_text w on w.id = c.who
          left join personal_text p on p.id = c.place
          left join personal_text h on h.id = c.how
        """;

    public Call {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether it is still to be said what came of it, or it is to be called again. */
    public boolean isOpen() {
        return outcomes.isEmpty() || outcomes.getLast().kind() == OutcomeKind.NOT_REACHED;
    }

    static Optional<Call> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " where c.id = ?")
                .bind(0, id)
                .map((row, _) -> read(row))
                .findOne()
                .map(call -> call.with(Outcome.ofCall(handle, id)));
    }

    static List<Call> ofItem(Handle handle, String itemId) {
        return handle
                .createQuery(SELECT + " where c.item_id = ? order by c.id")
                .bind(0, itemId)
                .map((row, _) -> read(row))
                .list()
                .stream()
                .map(call -> call.with(Outcome.ofCall(handle, call.id())))
                .toList();
    }

    /** The newest first. */
    static List<Call> newest(Handle handle, int most) {
        return handle
                .createQuery(SELECT + " order by c.id desc fetch first ? rows only")
                .bind(0, most)
                .map((row, _) -> read(row))
                .list()
                .stream()
                .map(call -> call.with(Outcome.ofCall(handle, call.id())))
                .toList();
    }

    private Call with(List<Outcome> came) {
        return new Call(id, itemId, target, number, region, who, where, how, by, calledAt, came);
    }

    private static Call read(ResultSet row) throws SQLException {
        return new Call(
                row.getString("id"),
                row.getString("item_id"),
                row.getString("target"),
                row.getString("number"),
                row.getString("region"),
                row.getString("who"),
                row.getString("place"),
                row.getString("how"),
                row.getString("called_by"),
                Instant.ofEpochMilli(row.getLong("called_at")),
                List.of());
    }
}
