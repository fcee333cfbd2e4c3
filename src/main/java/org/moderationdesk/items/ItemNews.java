package org.moderationdesk.items;

import java.util.List;

/**
 * What a line tells the desk that it did not know.
 *
 * @param item whether the item itself is new
 * @param version whether this version is; a new item's version always is
 * @param reports those that the item does not have yet, each id once
 */
public record ItemNews(boolean item, boolean version, List<Report> reports) {
    public ItemNews {
        reports = List.copyOf(reports);
    }

    public boolean nothing() {
        return !version && reports.isEmpty();
    }
}
