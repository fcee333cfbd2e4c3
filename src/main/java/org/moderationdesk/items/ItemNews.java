package org.moderationdesk.items;

import java.util.List;
import org.moderationdesk.items.PreparedItem.PreparedReport;

/** What a line tells the desk that it did not know. */
public final class ItemNews {
    private final boolean version;
    private final List<PreparedReport> added;

    ItemNews(boolean version, List<PreparedReport> added) {
        this.version = version;
        this.added = List.copyOf(added);
    }

    /** Whether this version is new; a new item's version always is. */
    public boolean version() {
        return version;
    }

    /** The reports that the item does not have yet, each id once. */
    public List<Report> reports() {
        return added.stream().map(PreparedReport::report).toList();
    }

    public boolean nothing() {
        return !version && added.isEmpty();
    }

    List<PreparedReport> added() {
        return added;
    }
}
