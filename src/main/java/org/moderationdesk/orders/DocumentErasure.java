package org.moderationdesk.orders;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Takes the documents of orders and of answers to them out of the store. What was ordered, and done, stays. */
public final class DocumentErasure {
    /** A request to preserve is over once it was answered and its own moment has passed. */
    private static final String OLD = """
        select o.id
          from authority_order o
          join authority_order_step last on last.order_id = o.id
               and last.place = (select max(p.place) from authority_order_step p where p.order_id = o.id)
         where o.id > :after and last.kind not in ('IMPOSSIBLE', 'RESUMED') and last.at <= :moment
           and (o.preserve_until is null or last.kind = 'WITHDRAWN' or o.preserve_until <= :moment)
           and exists (select 1 from authority_order_paper p where p.order_id = o.id)
         order by o.id
         fetch first :most rows only
        """;

    private static final String ITEMS =
            "select item_id from authority_order_subject where order_id = ? and item_id is not null order by place";
    private static final String PAPERS = "delete from authority_order_paper where order_id = ?";

    private DocumentErasure() {}

    /** Orders with documents that were over at a moment, by id from one on. */
    public static List<String> before(Handle handle, Instant moment, String after, int most) {
        return handle.createQuery(OLD)
                .bind("after", after)
                .bind("moment", moment.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** What an order is about here: its documents are held as long as one of these. */
    public static List<String> items(Handle handle, String orderId) {
        return handle.createQuery(ITEMS).bind(0, orderId).mapTo(String.class).list();
    }

    /** Those of an order; in the open act that erases them. */
    public static void papers(Handle handle, String orderId) {
        handle.execute(PAPERS, orderId);
    }
}
