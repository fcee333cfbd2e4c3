package org.moderationdesk.referrals;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.referrals.targets.StoredTargets;

/**
 * What must be preserved since a dossier about it was handed to an authority, for as long as the target says. The server
 * asks the same: {@code desk_item_received_held} in {@code erasure.sql}.
 */
public final class HeldByReceipt {
    private static final String ALL = """
        select d.id, d.item_id, d.target, max(r.sent_at) as sent_at
          from dossier d
          join dossier_receipt r on r.dossier_id = d.id
         group by d.id, d.item_id, d.target
        """;
    private static final String OF_ITEMS = """
        select d.id, d.item_id, d.target, max(r.sent_at) as sent_at
          from dossier d
          join dossier_receipt r on r.dossier_id = d.id
         where d.item_id in (<items>)
         group by d.id, d.item_id, d.target
        """;

    private HeldByReceipt() {}

    /**
     * A dossier that arrived.
     *
     * @param ends until when what it is about is preserved
     */
    public record Received(String dossierId, String itemId, Instant sentAt, Instant ends) {}

    /** Those of the items that are held. */
    public static Set<String> items(Handle handle, Collection<String> items, Instant now) {
        return items.isEmpty()
                ? Set.of()
                : handle
                        .createQuery(OF_ITEMS)
                        .bindList("items", List.copyOf(items))
                        .map((row, _) -> new Row(
                                row.getString("id"),
                                row.getString("item_id"),
                                row.getString("target"),
                                Instant.ofEpochMilli(row.getLong("sent_at"))))
                        .list()
                        .stream()
                        .map(row -> row.received(handle))
                        .filter(one -> one.ends().isAfter(now))
                        .map(Received::itemId)
                        .collect(Collectors.toSet());
    }

    /** Every dossier that arrived. */
    public static List<Received> all(Handle handle) {
        return handle
                .createQuery(ALL)
                .map((row, _) -> new Row(
                        row.getString("id"),
                        row.getString("item_id"),
                        row.getString("target"),
                        Instant.ofEpochMilli(row.getLong("sent_at"))))
                .list()
                .stream()
                .map(row -> row.received(handle))
                .toList();
    }

    private record Row(String id, String itemId, String target, Instant sentAt) {
        Received received(Handle handle) {
            Duration kept = Duration.ofDays(StoredTargets.preservationDays(handle, target));
            return new Received(id, itemId, sentAt, sentAt.plus(kept));
        }
    }
}
