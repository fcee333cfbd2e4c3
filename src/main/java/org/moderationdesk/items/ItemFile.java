package org.moderationdesk.items;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the desk knows of one item, in its newest version.
 *
 * @param versions the content versions that the desk holds, newest first
 * @param arrivedAt when the newest version arrived
 * @param reports newest first, those of the open case before earlier ones; at most 5,000
 * @param reportGroups the reports of the open case (or, without one, of the last) grouped, largest group first
 * @param reportsInAll how many reports there are, also beyond those listed
 * @param mediaStates of the item's media files, in their order
 * @param account the account behind it, if known
 * @param duplicates other items that hold the same, at most 200
 */
public record ItemFile(
        Item item,
        List<Integer> versions,
        Instant arrivedAt,
        List<CaseReport> reports,
        List<ReportGroup> reportGroups,
        int reportsInAll,
        List<MediaFile.State> mediaStates,
        @Nullable AccountFile account,
        List<Duplicate> duplicates) {
    public ItemFile {
        versions = List.copyOf(versions);
        reports = List.copyOf(reports);
        reportGroups = List.copyOf(reportGroups);
        mediaStates = List.copyOf(mediaStates);
        duplicates = List.copyOf(duplicates);
    }

    /** The other items that it names: of the same account, and those that hold the same. */
    public Set<String> otherItems() {
        Set<String> named = new HashSet<>();
        if (account != null) {
            account.otherItems().forEach(other -> named.add(other.itemId()));
        }
        duplicates.forEach(duplicate -> named.add(duplicate.itemId()));
        return named;
    }

    /** The same for somebody who may not know of these other items. */
    public ItemFile without(Set<String> hidden) {
        return hidden.isEmpty()
                ? this
                : new ItemFile(
                        item,
                        versions,
                        arrivedAt,
                        reports,
                        reportGroups,
                        reportsInAll,
                        mediaStates,
                        account == null ? null : account.without(hidden),
                        duplicates.stream()
                                .filter(duplicate -> !hidden.contains(duplicate.itemId()))
                                .toList());
    }
}
