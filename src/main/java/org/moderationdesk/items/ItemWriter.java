package org.moderationdesk.items;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;

/** Writes flagged items, their accounts and reports, and tells the log of each. Safe for any thread. */
public final class ItemWriter {
    /**
     * Begins a batch in this act; nothing is complete before its {@link ItemBatch#flush}.
     *
     * @param lines what may be written: what the store knows of them is read at once
     */
    public ItemBatch begin(Act act, List<FlaggedItem> lines) {
        return new ItemBatch(act, KnownRows.of(act.handle(), lines));
    }

    /** Those of these lines whose version the store does not have yet: their media files are worth fetching. */
    public List<FlaggedItem> withNewVersion(Handle handle, List<FlaggedItem> lines) {
        Map<String, Integer> versions = KnownRows.versions(handle, lines);
        return lines.stream()
                .filter(line -> versions.getOrDefault(line.item().id(), -1)
                        < line.item().version())
                .toList();
    }
}
