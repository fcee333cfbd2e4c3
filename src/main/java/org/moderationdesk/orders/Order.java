package org.moderationdesk.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * An order or request that came in; see {@link NewOrder}.
 *
 * @param received with the offset that it was written in
 * @param due by when it is to be done, as it was when it came in
 * @param preserveUntil null for what is no request to preserve
 * @param document SHA-256 of the order itself; null without
 */
public record Order(
        String id,
        OrderKind kind,
        String target,
        String authority,
        String reference,
        String authentication,
        OffsetDateTime received,
        Instant due,
        @Nullable Instant preserveUntil,
        boolean nonDisclosure,
        boolean childSafety,
        @Nullable String document,
        String by,
        Instant at) {
    private static final String COLUMNS = """
        id, kind, target, authority, reference, authentication, received_at, received_zone, due_at, preserve_until,
        non_disclosure, child_safety, document, recorded_by, recorded_at\
        """;
    private static final String INSERT = "insert into authority_order (" + COLUMNS
            + ", event_seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select " + COLUMNS + " from authority_order ";
    /** Nothing comes after what ends one. */
    private static final String ENDED = """
        exists (select 1 from authority_order_step s
                 where s.order_id = authority_order.id and s.kind not in ('IMPOSSIBLE', 'RESUMED'))\
        """;

    RowState insert(Act act) {
        @Nullable Long until = preserveUntil == null ? null : preserveUntil.toEpochMilli();
        act.writeOne(
                INSERT,
                id,
                kind.name(),
                target,
                authority,
                reference,
                authentication,
                received.toInstant().toEpochMilli(),
                received.getOffset().getId(),
                due.toEpochMilli(),
                until,
                nonDisclosure,
                childSafety,
                document,
                by,
                at.toEpochMilli(),
                act.next());
        return OrderTables.ORDER.added(
                id,
                kind,
                target,
                authority,
                reference,
                authentication,
                received.toInstant().toEpochMilli(),
                received.getOffset().getId(),
                due.toEpochMilli(),
                until,
                nonDisclosure,
                childSafety,
                document,
                by,
                at.toEpochMilli());
    }

    static Optional<Order> find(Handle handle, String id) {
        return handle.createQuery(SELECT + "where id = ?")
                .bind(0, id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Those that are open or stand still. */
    static List<Order> open(Handle handle) {
        return handle.createQuery(SELECT + "where not " + ENDED + " order by id")
                .map((row, _) -> read(row))
                .list();
    }

    /** The others, the newest first. */
    static List<Order> ended(Handle handle, int most) {
        return handle.createQuery(SELECT + "where " + ENDED + " order by id desc fetch first ? rows only")
                .bind(0, most)
                .map((row, _) -> read(row))
                .list();
    }

    private static Order read(ResultSet row) throws SQLException {
        long until = row.getLong("preserve_until");
        @Nullable Instant preserve = row.wasNull() ? null : Instant.ofEpochMilli(until);
        return new Order(
                row.getString("id"),
                OrderKind.valueOf(row.getString("kind")),
                row.getString("target"),
                row.getString("authority"),
                row.getString("reference"),
                row.getString("authentication"),
                Instant.ofEpochMilli(row.getLong("received_at"))
                        .atOffset(ZoneOffset.of(row.getString("received_zone"))),
                Instant.ofEpochMilli(row.getLong("due_at")),
                preserve,
                row.getBoolean("non_disclosure"),
                row.getBoolean("child_safety"),
                row.getString("document"),
                row.getString("recorded_by"),
                Instant.ofEpochMilli(row.getLong("recorded_at")));
    }
}
