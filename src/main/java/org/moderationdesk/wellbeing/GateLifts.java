package org.moderationdesk.wellbeing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;

/** Rows of lifted gates, one a person and day at most. */
final class GateLifts {
    private static final String OF_PERSON = """
        select g.lifted_by, g.lifted_at, coalesce(t.words, '')
          from gate_lift g
          left join personal_text t on t.id = g.reason
         where g.person = ? and g.own_day = ?
        """;
    private static final String OF_DAY = "select person from gate_lift where own_day = ?";
    private static final String INSERT = """
        insert into gate_lift (person, own_day, lifted_by, lifted_at, reason, event_seq) values (?, ?, ?, ?, ?, ?)
        """;

    private GateLifts() {}

    static Optional<GateLift> of(Handle handle, String person, int day) {
        return handle.createQuery(OF_PERSON)
                .bind(0, person)
                .bind(1, day)
                .map((row, _) -> new GateLift(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)))
                .findOne();
    }

    /** Whose gate is lifted on that day. */
    static Set<String> on(Handle handle, int day) {
        return handle.createQuery(OF_DAY).bind(0, day).mapTo(String.class).set();
    }

    /** Writes it and tells the log. */
    static GateLift add(Act act, String person, int day, String reason) {
        String kept = act.keep(reason);
        long at = act.at().toEpochMilli();
        act.handle().execute(INSERT, person, day, act.by(), at, kept, act.next());
        var told = WellbeingTables.GATE_LIFT.added(day + " " + person, act.by(), at, kept);
        act.append(new Entry(
                EventKind.GATE_LIFTED, null, null, Map.of("person", person, "day", (long) day), List.of(told)));
        return new GateLift(act.by(), act.at(), reason);
    }
}
