package org.moderationdesk.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;

/**
 * One page of a list of cases.
 *
 * @param rows in the order of the list
 * @param before what to ask the page before this one with; null where nothing has been read
 * @param after what to go on with; null at the end of the list
 * @param cutShort a filter found little in the cases looked at, and more of them remain: going on from {@code after}
 *     looks at the next ones
 */
public record CasePage(
        List<CaseRow> rows,
        @Nullable PageKey before,
        @Nullable PageKey after,
        boolean cutShort) {
    public CasePage {
        rows = List.copyOf(rows);
    }
}
