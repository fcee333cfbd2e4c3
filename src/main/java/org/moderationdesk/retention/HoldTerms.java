package org.moderationdesk.retention;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/** Until when holds are needed, as their rows say. */
final class HoldTerms {
    private static final String COUNT = "select count(*) from hold_term where hold_id = ?";
    private static final String INSERT = """
        insert into hold_term (hold_id, place, ends_at, why, person, at, event_seq) values (?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String LAST = """
        select t.hold_id, t.ends_at
          from hold_term t
          join retention_hold h on h.id = t.hold_id and h.lifted_at is null
         order by t.hold_id, t.place
        """;

    private HoldTerms() {}

    /** The last of each hold that stands, by the hold. */
    static Map<String, Instant> last(Handle handle) {
        Map<String, Instant> ends = new HashMap<>();
        handle.createQuery(LAST)
                .map((row, _) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .forEach(entry -> ends.put(entry.getKey(), entry.getValue()));
        return ends;
    }

    /** Writes the next; to be told by the act's next entry. */
    static RowState add(Act act, String holdId, Instant ends, String why) {
        int place = act.handle()
                .createQuery(COUNT)
                .bind(0, holdId)
                .mapTo(Integer.class)
                .one();
        String text = act.keep(why);
        long at = act.at().toEpochMilli();
        act.writeOne(INSERT, holdId, place, ends.toEpochMilli(), text, act.by(), at, act.next());
        return RetentionTables.TERM.added(holdId + " " + place, ends.toEpochMilli(), text, act.by(), at);
    }
}
