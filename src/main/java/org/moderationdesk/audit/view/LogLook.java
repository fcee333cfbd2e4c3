package org.moderationdesk.audit.view;

import java.util.Arrays;
import java.util.List;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogOrder;

/** Which columns a person has chosen, and by what the list is ordered: remembered from one time to the next. */
record LogLook(List<LogColumn> columns, LogOrder order) {
    static final String TOPIC = "decisions";

    LogLook {
        columns = List.copyOf(columns);
    }

    static LogLook usual(boolean showsQuality) {
        List<LogColumn> usual = List.of(
                LogColumn.ENTRY,
                LogColumn.TIME,
                LogColumn.ITEM,
                LogColumn.SECTION,
                LogColumn.OUTCOME,
                LogColumn.ACCOUNT,
                LogColumn.REVIEWER,
                LogColumn.TOOK,
                showsQuality ? LogColumn.QUALITY : LogColumn.STATE);
        return new LogLook(usual, LogOrder.newestFirst());
    }

    /** The same with this column, or without it; one column always stays. */
    LogLook with(LogColumn column, boolean wanted) {
        List<LogColumn> other = Arrays.stream(LogColumn.values())
                .filter(one -> one == column ? wanted : columns.contains(one))
                .toList();
        return other.isEmpty() ? this : new LogLook(other, order);
    }

    LogLook by(LogOrder other) {
        return new LogLook(columns, other);
    }
}
