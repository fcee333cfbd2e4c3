package org.moderationdesk.queue;

import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;

/** Takes the child-safety cases out of counts, for who may not know of them. */
final class HiddenCounts {
    private static final String OPEN = """
        select state, severity, count(*)
          from open_case
         where child_safety = true and state in ('WAITING', 'LEASED') and (? = 1 or queue = ?)
         group by state, severity
        """;

    private HiddenCounts() {}

    static QueueCounts without(Handle handle, @Nullable String queue, QueueCounts all) {
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        open.putAll(all.open());
        long[] left = {all.waiting(), all.held()};
        handle.createQuery(OPEN)
                .bind(0, queue == null ? 1 : 0)
                .bind(1, queue == null ? "" : queue)
                .map((rows, _) -> new Hidden(rows.getString(1), rows.getInt(2), rows.getLong(3)))
                .forEach(hidden -> {
                    left[hidden.state().equals("WAITING") ? 0 : 1] -= hidden.amount();
                    open.merge(Severity.values()[hidden.severity()], -hidden.amount(), Long::sum);
                });
        return new QueueCounts(left[0], left[1], open, all.late());
    }

    private record Hidden(String state, int severity, long amount) {}
}
