package org.moderationdesk.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * Something that was done about an order.
 *
 * @param place counted from 0
 * @param doneAt when, as who did it says
 * @param due by when the order is due since; null where it does not change that
 * @param words what was done or told, in their words
 * @param document SHA-256 of what was sent; null without
 */
public record OrderStep(
        String orderId,
        int place,
        StepKind kind,
        Instant doneAt,
        @Nullable Instant due,
        String words,
        @Nullable String document,
        String by,
        Instant at) {
    private static final String INSERT = """
        insert into authority_order_step (order_id, place, kind, done_at, due_at, words, document, person, at, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String OF_ORDERS = """
        select s.order_id, s.place, s.kind, s.done_at, s.due_at, coalesce(t.words, '') as said, s.document, s.person, s.at
          from authority_order_step s
          left join personal_text t on t.id = s.words
         where s.order_id in (<ids>)
         order by s.order_id, s.place
        """;

    RowState insert(Act act, String textId) {
        @Nullable Long dueAt = due == null ? null : due.toEpochMilli();
        act.writeOne(
                INSERT,
                orderId,
                place,
                kind.name(),
                doneAt.toEpochMilli(),
                dueAt,
                textId,
                document,
                by,
                at.toEpochMilli(),
                act.next());
        return OrderTables.STEP.added(
                orderId + " " + place, kind, doneAt.toEpochMilli(), dueAt, textId, document, by, at.toEpochMilli());
    }

    /** Those of each order in their order. */
    static List<OrderStep> ofOrders(Handle handle, List<String> orderIds) {
        return handle.createQuery(OF_ORDERS)
                .bindList("ids", orderIds)
                .map((row, _) -> read(row))
                .list();
    }

    private static OrderStep read(ResultSet row) throws SQLException {
        long due = row.getLong("due_at");
        @Nullable Instant dueAt = row.wasNull() ? null : Instant.ofEpochMilli(due);
        return new OrderStep(
                row.getString("order_id"),
                row.getInt("place"),
                StepKind.valueOf(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("done_at")),
                dueAt,
                row.getString("said"),
                row.getString("document"),
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
