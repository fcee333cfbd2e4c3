package org.moderationdesk.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of all projected tables that name one of the entries from one number until before another. */
final class RowWindow {
    private final long until;
    private final Map<Long, List<CurrentRow>> rows = new HashMap<>();

    RowWindow(long until) {
        this.until = until;
    }

    /** The first entry behind the window. */
    long until() {
        return until;
    }

    void add(long entry, CurrentRow row) {
        rows.computeIfAbsent(entry, _ -> new ArrayList<>(4)).add(row);
    }

    List<CurrentRow> of(long entry) {
        return rows.getOrDefault(entry, List.of());
    }
}
