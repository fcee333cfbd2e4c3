package org.moderationdesk.queue;

import java.util.Map;
import org.moderationdesk.guidelines.Severity;

/**
 * How many cases there are. All but the late ones are counters kept in the transaction of every change.
 *
 * @param waiting cases that nobody holds
 * @param held cases that somebody holds
 * @param open cases by severity, waiting and held
 * @param late cases past their due time that nobody holds, counted up to {@link #MOST_LATE}
 */
public record QueueCounts(long waiting, long held, Map<Severity, Long> open, long late) {
    /** Late cases are counted no further; the number then means "at least". */
    public static final int MOST_LATE = 1_000;

    static final QueueCounts NONE = new QueueCounts(0, 0, Map.of(), 0);

    public QueueCounts {
        open = Map.copyOf(open);
    }
}
