package org.moderationdesk.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Erasing;

/** Finds cases that have been closed for long, and takes out of them the words that lists show. */
public final class CaseErasure {
    private static final String CLOSED = """
        select id, item_id, closed_at
          from open_case
         where id > ? and state = 'CLOSED' and closed_at < ?
         order by id
         fetch first ? rows only
        """;
    private static final String OF_ITEMS = """
        select item_id, max(id), max(closed_at), count(*) - count(closed_at),
               max(case when closed_at is null then id else 0 end)
          from open_case
         where item_id in (<items>)
         group by item_id
        """;
    private static final String WITH_WORDS =
            "select id from open_case where item_id = ? and excerpt <> '' order by item_id, id";

    private CaseErasure() {}

    public record ClosedCase(long id, String itemId, Instant closedAt) {}

    /**
     * All cases of one item.
     *
     * @param lastId the latest of them
     * @param lastClosed when the last of those that are closed was; the epoch for none
     * @param open how many are open
     * @param openId the open one; 0 for none
     */
    public record CasesOfItem(long lastId, Instant lastClosed, int open, long openId) {}

    /** Cases closed before a moment, by number, behind the one that is named. */
    public static List<ClosedCase> closedBefore(Handle handle, Instant moment, long afterId, int limit) {
        return handle.createQuery(CLOSED)
                .bind(0, afterId)
                .bind(1, moment.toEpochMilli())
                .bind(2, limit)
                .map((row, _) -> new ClosedCase(row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }

    /** The cases of these items, by item. */
    public static Map<String, CasesOfItem> ofItems(Handle handle, Collection<String> items) {
        Map<String, CasesOfItem> found = new HashMap<>();
        if (!items.isEmpty()) {
            handle.createQuery(OF_ITEMS)
                    .bindList("items", List.copyOf(items))
                    .map((row, _) -> Map.entry(
                            row.getString(1),
                            new CasesOfItem(
                                    row.getLong(2),
                                    Instant.ofEpochMilli(row.getLong(3)),
                                    row.getInt(4),
                                    row.getLong(5))))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /** Erases the first words of the item from its cases. */
    public static void excerpts(Erasing to, String itemId) {
        List<Long> ids = to.handle()
                .createQuery(WITH_WORDS)
                .bind(0, itemId)
                .mapTo(Long.class)
                .list();
        for (long id : ids) {
            CaseTable.byId(to.handle(), id).ifPresent(state -> {
                List<Long> was = new ArrayList<>(List.of(state.eventSeq));
                state.excerpt = "";
                var told = CaseTable.tell(state, to.seq());
                if (!CaseTable.update(to.handle(), List.of(state), was)) {
                    throw new IllegalStateException("a case changed while the log was held");
                }
                to.tell(told);
            });
        }
    }
}
