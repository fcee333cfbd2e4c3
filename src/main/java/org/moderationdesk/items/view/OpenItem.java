package org.moderationdesk.items.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Claim;

/**
 * A case as it is opened for a look.
 *
 * @param claim the person's own; null when another holds it or it is closed, and nothing can be marked
 */
public record OpenItem(CaseRow row, @Nullable Claim claim, ItemFile file, Known known) {
    /** Only those who hold the case mark evidence and tick duplicates. */
    public boolean isReadOnly() {
        return claim == null;
    }

    /**
     * What the desk knows besides the item's own file.
     *
     * @param activeStrikes of the account, now
     * @param decisions earlier decisions on this item, newest first
     * @param otherCases open cases of the same account
     * @param log what was done with this item, newest first
     */
    public record Known(
            int activeStrikes, List<HistoryLine> decisions, List<CaseRow> otherCases, List<HistoryLine> log) {
        public Known {
            decisions = List.copyOf(decisions);
            otherCases = List.copyOf(otherCases);
            log = List.copyOf(log);
        }

        public static Known nothing() {
            return new Known(0, List.of(), List.of(), List.of());
        }
    }
}
