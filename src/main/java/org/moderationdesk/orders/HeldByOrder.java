package org.moderationdesk.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Store;

/**
 * What must not be erased since an authority asked for something about it: as long as that is open, and for a request to
 * preserve until the moment that it names. An order to destroy holds nothing. The server asks the same:
 * {@code desk_item_order_held} in {@code erasure.sql}.
 */
public final class HeldByOrder {
    private static final String HELD = """
        select distinct s.item_id
          from authority_order_subject s
          join authority_order o on o.id = s.order_id
          left join authority_order_step last on last.order_id = o.id
               and last.place = (select max(p.place) from authority_order_step p where p.order_id = o.id)
         where s.item_id in (<items>) and o.kind <> 'DESTRUCTION' and coalesce(last.kind, '') <> 'WITHDRAWN'
           and (coalesce(last.kind, 'RESUMED') in ('IMPOSSIBLE', 'RESUMED') or o.preserve_until > :now)
        """;

    private static final String ALL = """
        select o.id, s.item_id, o.received_at, o.preserve_until
          from authority_order_subject s
          join authority_order o on o.id = s.order_id
          left join authority_order_step last on last.order_id = o.id
               and last.place = (select max(p.place) from authority_order_step p where p.order_id = o.id)
         where s.item_id is not null and o.kind <> 'DESTRUCTION' and coalesce(last.kind, '') <> 'WITHDRAWN'
           and (coalesce(last.kind, 'RESUMED') in ('IMPOSSIBLE', 'RESUMED') or o.preserve_until > :now)
        """;
    private static final String TO_DESTROY = """
        select o.recorded_by
          from authority_order_subject s
          join authority_order o on o.id = s.order_id
          left join authority_order_step last on last.order_id = o.id
               and last.place = (select max(p.place) from authority_order_step p where p.order_id = o.id)
         where o.id = :order and s.item_id = :item and o.kind = 'DESTRUCTION'
           and coalesce(last.kind, 'RESUMED') in ('IMPOSSIBLE', 'RESUMED')
        """;

    private static final String NOT_TOLD = """
        select count(*)
          from authority_order_subject s
          join authority_order o on o.id = s.order_id
         where s.item_id = ? and o.non_disclosure = true
           and not exists (select 1 from authority_order_step w where w.order_id = o.id and w.kind = 'WITHDRAWN')
        """;
    private static final String NOT_TOLD_BY_THE_SERVER = "select desk_item_not_told(?)";

    private static final String ALL_TO_DESTROY = """
        select o.id, o.authority, o.reference, s.item_id, o.recorded_by, o.recorded_at
          from authority_order_subject s
          join authority_order o on o.id = s.order_id
         where s.item_id is not null and o.kind = 'DESTRUCTION'
           and not exists (select 1 from authority_order_step p
                            where p.order_id = o.id and p.kind not in ('IMPOSSIBLE', 'RESUMED'))
         order by o.due_at, o.id, s.place
        """;

    /**
     * An item that an open order asks to be destroyed.
     *
     * @param enteredBy who entered the order
     */
    public record Destroyed(
            String orderId, String authority, String reference, String itemId, String enteredBy, Instant enteredAt) {}

    /**
     * An item that is held by an order.
     *
     * @param until for a request to preserve; null for what is held as long as the order is open
     */
    public record Asked(
            String orderId,
            String itemId,
            Instant since,
            @Nullable Instant until) {}

    private HeldByOrder() {}

    /** Every item that is held by an order. */
    public static List<Asked> all(Handle handle, Instant now) {
        return handle.createQuery(ALL)
                .bind("now", now.toEpochMilli())
                .map((row, _) -> {
                    long until = row.getLong("preserve_until");
                    @Nullable Instant ends = row.wasNull() ? null : Instant.ofEpochMilli(until);
                    return new Asked(
                            row.getString("id"),
                            row.getString("item_id"),
                            Instant.ofEpochMilli(row.getLong("received_at")),
                            ends);
                })
                .list();
    }

    /** Every item that an open order asks to be destroyed, the first due first. */
    public static List<Destroyed> allToDestroy(Handle handle) {
        return handle.createQuery(ALL_TO_DESTROY)
                .map((row, _) -> new Destroyed(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Instant.ofEpochMilli(row.getLong(6))))
                .list();
    }

    /** Who entered an open order to destroy an item; empty where there is none such. */
    public static Optional<String> whoEnteredToDestroy(Handle handle, String orderId, String itemId) {
        return handle.createQuery(TO_DESTROY)
                .bind("order", orderId)
                .bind("item", itemId)
                .mapTo(String.class)
                .findFirst();
    }

    /**
     * Whether an order that was not withdrawn says that the person concerned may not be told, also one that is answered. A
     * server says so to whoever asks, who may not see the order itself.
     */
    public static boolean mayNotBeTold(Store store, String itemId) {
        return store instanceof PostgresStore
                ? store.read(handle -> handle.createQuery(NOT_TOLD_BY_THE_SERVER)
                        .bind(0, itemId)
                        .mapTo(Boolean.class)
                        .one())
                : store.read(handle -> handle.createQuery(NOT_TOLD)
                                .bind(0, itemId)
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /** Those of the items that are held. */
    public static Set<String> items(Handle handle, Collection<String> items, Instant now) {
        return items.isEmpty()
                ? Set.of()
                : handle.createQuery(HELD)
                        .bindList("items", List.copyOf(items))
                        .bind("now", now.toEpochMilli())
                        .mapTo(String.class)
                        .set();
    }
}
