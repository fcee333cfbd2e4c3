package org.moderationdesk.items;

import java.util.List;

/** One line of the desk format: an item version and the reports that flag it. */
public record FlaggedItem(Item item, List<Report> reports) {
    public FlaggedItem {
        reports = List.copyOf(reports);
    }
}
