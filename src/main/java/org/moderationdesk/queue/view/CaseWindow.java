package org.moderationdesk.queue.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;
import org.moderationdesk.queue.CasePage;
import org.moderationdesk.queue.CaseRow;

/** The stretch of a long list that is held. It slides in both directions and never holds more than {@link #MOST} rows. */
final class CaseWindow {
    static final int PAGE = 200;
    static final int MOST = 2_000;

    private final Deque<CasePage> pages = new ArrayDeque<>();
    private boolean atTop = true;

    List<CaseRow> rows() {
        return pages.stream().flatMap(page -> page.rows().stream()).toList();
    }

    /** What to ask the page above the window with; null at the top of the list. */
    @Nullable
    PageKey above() {
        CasePage first = pages.peekFirst();
        return atTop || first == null ? null : first.before();
    }

    /** What to ask the page below the window with; null at the end of the list. */
    @Nullable
    PageKey below() {
        CasePage last = pages.peekLast();
        return last == null ? null : last.after();
    }

    /** What a second reading of the window begins after; null at the top of the list. */
    @Nullable
    PageKey start() {
        PageKey first = above();
        // Every order ends on the id, ascending: the key just before that of the first row.
        return first == null ? null : new PageKey(first.value(), first.id() - 1);
    }

    /** How many pages a second reading of the window asks for. */
    int span() {
        return Math.max(1, pages.size());
    }

    /**
     * Puts another reading in the place of what is held.
     *
     * @param fromTop whether it begins at the top of the list, and not at {@link #start()}
     */
    void replace(List<CasePage> read, boolean fromTop) {
        pages.clear();
        pages.addAll(read);
        atTop = fromTop;
    }

    /** Adds the page below the window; what is too much at the top goes. */
    void append(CasePage page) {
        pages.addLast(withoutHeld(page));
        while (size() > MOST && pages.size() > 1) {
            pages.removeFirst();
            atTop = false;
        }
    }

    /** Adds the page above the window; what is too much at the bottom goes. */
    void prepend(CasePage page) {
        if (page.rows().isEmpty()) {
            atTop = true;
            return;
        }
        pages.addFirst(withoutHeld(page));
        while (size() > MOST && pages.size() > 1) {
            pages.removeLast();
        }
    }

    private int size() {
        return pages.stream().mapToInt(page -> page.rows().size()).sum();
    }

    /** A row whose order has changed meanwhile can come again on another page. */
    private CasePage withoutHeld(CasePage page) {
        Set<Long> held = new HashSet<>();
        pages.forEach(known -> known.rows().forEach(row -> held.add(row.id())));
        List<CaseRow> fresh =
                page.rows().stream().filter(row -> !held.contains(row.id())).toList();
        return new CasePage(fresh, page.before(), page.after(), page.cutShort());
    }
}
