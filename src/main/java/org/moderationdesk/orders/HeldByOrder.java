package org.moderationdesk.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

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

    private HeldByOrder() {}

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
