package org.moderationdesk.items;

import java.time.Instant;
import java.util.List;
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
}
