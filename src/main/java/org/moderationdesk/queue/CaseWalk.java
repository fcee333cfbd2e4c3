package org.moderationdesk.queue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;

/** Walks several cursors as one list, keeps the cases asked for, and stops after a bounded number of cases. */
final class CaseWalk {
    /** Cases looked at for one page before the walk stops and says that more may be found: some 100 ms. */
    static final int MOST_LOOKED_AT = 20_000;

    private final List<CaseCursor> cursors;
    private final Ordering ordering;
    private final boolean forward;

    CaseWalk(List<CaseCursor> cursors, Ordering ordering, boolean forward) {
        this.cursors = cursors;
        this.ordering = ordering;
        this.forward = forward;
    }

    CasePage page(Predicate<CaseRow> wanted, int limit) {
        Comparator<CaseRow> order =
                forward ? ordering.comparator() : ordering.comparator().reversed();
        List<CaseRow> found = new ArrayList<>();
        @Nullable PageKey first = null;
        @Nullable PageKey last = null;
        boolean ended = false;
        int lookedAt = 0;
        while (found.size() < limit && lookedAt < MOST_LOOKED_AT && !ended) {
            @Nullable CaseCursor next = nearest(order);
            @Nullable CaseRow row = next == null ? null : next.peek();
            if (next == null || row == null) {
                ended = true;
            } else {
                next.take();
                lookedAt++;
                last = ordering.key(row);
                first = first == null ? last : first;
                if (wanted.test(row)) {
                    found.add(row);
                }
            }
        }
        ended = ended || nearest(order) == null;
        boolean cutShort = !ended && found.size() < limit;
        if (forward) {
            return new CasePage(found, first, ended ? null : last, cutShort);
        }
        Collections.reverse(found);
        return new CasePage(found, ended ? null : last, first, cutShort);
    }

    private @Nullable CaseCursor nearest(Comparator<CaseRow> order) {
        @Nullable CaseCursor nearest = null;
        @Nullable CaseRow least = null;
        for (CaseCursor cursor : cursors) {
            @Nullable CaseRow row = cursor.peek();
            if (row != null && (least == null || order.compare(row, least) < 0)) {
                nearest = cursor;
                least = row;
            }
        }
        return nearest;
    }
}
