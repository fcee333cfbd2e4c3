package org.moderationdesk.queue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.log.Act;

/** Changes to the counters of open cases, gathered in an act and written with it. */
final class Counters {
    private static final String ADD = """
        merge into counter c
        using (select cast(? as bigint) as amount, cast(? as varchar) as name, cast(? as varchar) as queue) n
           on c.name = n.name and c.queue = n.queue
         when matched then update set amount = c.amount + n.amount
         when not matched then insert (amount, name, queue) values (n.amount, n.name, n.queue)
        """;

    private final Map<String, Map<String, Long>> changes = new TreeMap<>();

    /** Counts the case as it is. */
    void plus(CaseState state) {
        count(state, 1);
    }

    /** Counts the case, as it was, no more. */
    void minus(CaseState state) {
        count(state, -1);
    }

    void write(Act act) {
        changes.forEach((queue, byName) -> byName.forEach((name, amount) -> {
            if (amount != 0) {
                act.writeOne(ADD, amount, name, queue);
            }
        }));
        changes.clear();
    }

    private void count(CaseState state, long by) {
        if (state.state != CaseRow.State.CLOSED) {
            add(state.queue, state.state.name(), by);
            add(state.queue, state.severity.name(), by);
        }
    }

    private void add(String queue, String name, long by) {
        changes.computeIfAbsent(queue, _ -> new TreeMap<>()).merge(name, by, Long::sum);
    }

    /** The counts of these queues. */
    static QueueCounts read(Handle handle, List<String> queues, long late) {
        Map<String, Long> amounts = new HashMap<>();
        handle.createQuery("select name, queue, amount from counter")
                .map((rows, _) -> Map.entry(rows.getString(1), Map.entry(rows.getString(2), rows.getLong(3))))
                .forEach(counter -> {
                    if (queues.contains(counter.getValue().getKey())) {
                        amounts.merge(counter.getKey(), counter.getValue().getValue(), Long::sum);
                    }
                });
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            open.put(severity, amounts.getOrDefault(severity.name(), 0L));
        }
        return new QueueCounts(
                amounts.getOrDefault(CaseRow.State.WAITING.name(), 0L),
                amounts.getOrDefault(CaseRow.State.LEASED.name(), 0L),
                open,
                late);
    }

    /** Queues that have or had cases, by name. */
    static List<String> queues(Handle handle) {
        return handle.createQuery("select distinct queue from counter where name = 'WAITING' order by queue")
                .mapTo(String.class)
                .list();
    }
}
