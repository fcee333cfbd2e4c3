package org.moderationdesk.items;

import java.util.List;

/**
 * One line of the desk format: an item version and the reports that flag it.
 *
 * @param historyGiven whether the author came with a list of prior measures, if only an empty one: it then replaces the
 *     list imported earlier for that account
 */
public record FlaggedItem(Item item, List<Report> reports, boolean historyGiven) {
    public FlaggedItem {
        reports = List.copyOf(reports);
    }

    /** With the history that its author has, if any. */
    public FlaggedItem(Item item, List<Report> reports) {
        this(
                item,
                reports,
                item.author() != null && !item.author().priorMeasures().isEmpty());
    }
}
