package org.moderationdesk.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Erasing;
import org.moderationdesk.orders.DocumentErasure;
import org.moderationdesk.referrals.PaperErasure;

/** Papers of referrals, by item, and after them documents of orders, by order. */
final class PaperSweep implements Sweep {
    private static final int PAGE = 200;
    private static final String OF_ITEM = "item ";
    private static final String OF_ORDER = "order ";

    /** Those of one item's referrals, where there are any; in the open act that erases them. */
    static void ofItem(Erasing to, String itemId) {
        if (PaperErasure.papers(to.handle(), itemId)) {
            ErasedMarks.set(to, DataClass.PAPERS, itemId);
        }
    }

    @Override
    public String start() {
        return OF_ITEM;
    }

    @Override
    public Page page(Handle handle, Instant moment, String from) {
        return from.startsWith(OF_ITEM)
                ? items(handle, moment, from.substring(OF_ITEM.length()))
                : orders(handle, moment, from.substring(OF_ORDER.length()));
    }

    private static Page items(Handle handle, Instant moment, String after) {
        List<String> found = PaperErasure.before(handle, moment, after, PAGE);
        return new Page(
                found.stream()
                        .map(item -> new Old(OF_ITEM + item, List.of(item)))
                        .toList(),
                found.size() < PAGE ? OF_ORDER : OF_ITEM + found.getLast());
    }

    private static Page orders(Handle handle, Instant moment, String after) {
        List<String> found = DocumentErasure.before(handle, moment, after, PAGE);
        return new Page(
                found.stream()
                        .map(order -> new Old(OF_ORDER + order, DocumentErasure.items(handle, order)))
                        .toList(),
                found.size() < PAGE ? null : OF_ORDER + found.getLast());
    }

    @Override
    public List<String> erase(Act act, Old old, String day) {
        Map<String, String> why = Map.of("why", "PERIOD", "what", DataClass.PAPERS.name());
        if (old.id().startsWith(OF_ITEM)) {
            String item = old.id().substring(OF_ITEM.length());
            var to = new Erasing(act, item, why);
            ofItem(to, item);
            to.end();
        } else {
            String order = old.id().substring(OF_ORDER.length());
            var to = new Erasing(act, null, why);
            DocumentErasure.papers(act.handle(), order);
            ErasedMarks.set(to, DataClass.PAPERS, order);
            to.end();
        }
        return List.of();
    }
}
