package org.moderationdesk.queue;

import java.util.Comparator;
import org.moderationdesk.base.PageKey;

/** In which order cases are listed; equals by the number of the case, the older first. */
public enum Ordering {
    URGENCY("rank", true),
    DUE("due_at", false),
    NEWEST("opened_at", true);

    private final String column;
    private final boolean descending;

    Ordering(String column, boolean descending) {
        this.column = column;
        this.descending = descending;
    }

    /** Where the case stands in this order. */
    public PageKey key(CaseRow row) {
        return new PageKey(
                switch (this) {
                    case URGENCY -> row.priority().rank();
                    case DUE -> row.dueAt().toEpochMilli();
                    case NEWEST -> row.openedAt().toEpochMilli();
                },
                row.id());
    }

    /** Compares cases as this order lists them. */
    public Comparator<CaseRow> comparator() {
        Comparator<CaseRow> byValue = Comparator.comparingLong(row -> key(row).value());
        return (descending ? byValue.reversed() : byValue).thenComparingLong(CaseRow::id);
    }

    String column() {
        return column;
    }

    boolean descending() {
        return descending;
    }
}
