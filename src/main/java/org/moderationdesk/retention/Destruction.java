package org.moderationdesk.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.items.ItemErasure;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.Erasing;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.orders.HeldByOrder;
import org.moderationdesk.queue.CaseErasure;
import org.moderationdesk.retention.RetentionRefused.Why;
import org.moderationdesk.review.LookErasure;
import org.moderationdesk.staff.KnownPeople;

/**
 * Destroys what was preserved of an item, since an authority ordered it (18 USC 2258B(c)). The order ends what the report
 * to that authority preserved, and nothing else: no hold that somebody placed, no other order, no open case or appeal. Who
 * entered the order does not carry it out.
 */
final class Destruction {
    private final ItemErasure items;
    private final Holds holds;

    Destruction(ItemErasure items, Holds holds) {
        this.items = items;
        this.holds = holds;
    }

    /** Destroys it in an open act; answers with files to be deleted once that is done. */
    List<String> destroy(Act act, String orderId, String itemId) {
        Handle handle = act.handle();
        String entered = HeldByOrder.whoEnteredToDestroy(handle, orderId, itemId)
                .orElseThrow(() -> new RetentionRefused(Why.NO_ORDER));
        if (entered.equals(act.by()) && !KnownPeople.areNone(handle)) {
            throw new RetentionRefused(Why.SAME_PERSON);
        }
        if (!holds.besidesReferral(handle, List.of(itemId), act.at()).isEmpty()) {
            throw new RetentionRefused(Why.HELD_OTHERWISE);
        }
        String day = act.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        List<String> known = files(handle, itemId);
        var to = new Erasing(act, itemId, Map.of("why", "ORDER", "order", orderId));
        List<String> dropped = items.content(to, itemId, day);
        CaseErasure.excerpts(to, itemId);
        int reports = items.reports(to, itemId);
        int texts = to.textsOfItem(itemId);
        LookErasure.drafts(handle, itemId);
        PaperSweep.ofItem(to, itemId);
        ErasedMarks.set(to, DataClass.CONTENT, itemId);
        to.end();
        List<String> kept = new ArrayList<>(known);
        kept.removeAll(dropped);
        Map<String, Object> facts =
                Map.of("order", orderId, "files", dropped, "heldByOthers", kept, "reports", reports, "texts", texts);
        long unused = act.append(new Entry(EventKind.DESTROYED, null, itemId, facts, List.of()));
        return dropped;
    }

    /** What open orders ask to be destroyed and has not been since they were entered. */
    static List<ToDestroy> open(Handle handle) {
        List<HeldByOrder.Destroyed> asked = HeldByOrder.allToDestroy(handle);
        Map<String, Instant> gone = ErasedMarks.of(
                handle,
                DataClass.CONTENT,
                asked.stream().map(HeldByOrder.Destroyed::itemId).distinct().toList());
        return asked.stream()
                .filter(one -> gone.getOrDefault(one.itemId(), Instant.MIN).isBefore(one.enteredAt()))
                .map(one ->
                        new ToDestroy(one.orderId(), one.authority(), one.reference(), one.itemId(), one.enteredBy()))
                .toList();
    }

    /** SHA-256 of the item's files that are held. */
    private static List<String> files(Handle handle, String itemId) {
        return handle.createQuery("""
            select distinct m.sha256 from item_media m join media_key k on k.sha256 = m.sha256
             where m.item_id = ? order by m.sha256
            """).bind(0, itemId).mapTo(String.class).list();
    }
}
