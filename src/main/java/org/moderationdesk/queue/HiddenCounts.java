package org.moderationdesk.queue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.guidelines.Severity;

/** Takes the child-safety cases out of counts, for who may not know of them. */
final class HiddenCounts {
    private static final String OPEN = """
        select state, severity, queue, count(*)
          from open_case
         where child_safety = true and state in ('WAITING', 'LEASED')
         group by state, severity, queue
        """;
    private static final String ASKED = "state, severity, queue, amount from desk_hidden_cases()";

    private HiddenCounts() {}

    static QueueCounts without(Handle handle, List<String> queues, QueueCounts all) {
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        open.putAll(all.open());
        long[] left = {all.waiting(), all.held()};
        handle
                .createQuery(Dialect.of(handle).asked(OPEN, ASKED))
                .map((rows, _) -> new Hidden(rows.getString(1), rows.getInt(2), rows.getString(3), rows.getLong(4)))
                .list()
                .stream()
                .filter(hidden -> queues.contains(hidden.queue()))
                .forEach(hidden -> {
                    left[hidden.state().equals("WAITING") ? 0 : 1] -= hidden.amount();
                    open.merge(Severity.values()[hidden.severity()], -hidden.amount(), Long::sum);
                });
        return new QueueCounts(left[0], left[1], open, all.late());
    }

    private record Hidden(String state, int severity, String queue, long amount) {}
}
