package org.moderationdesk.items;

import java.util.List;
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
}
