package org.moderationdesk.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Erasing;

/** Rows that say what was erased of what, and when last. */
final class ErasedMarks {
    private static final String OF = "select subject, at from erased where what = :what and subject in (<ids>)";
    private static final String FIND = "select event_seq from erased where what = ? and subject = ?";
    private static final String INSERT = "insert into erased (at, event_seq, what, subject) values (?, ?, ?, ?)";
    private static final String UPDATE = "update erased set at = ?, event_seq = ? where what = ? and subject = ?";

    private ErasedMarks() {}

    /** When each of these was erased last, where it was. */
    static Map<String, Instant> of(Handle handle, DataClass what, Collection<String> subjects) {
        Map<String, Instant> marks = new HashMap<>();
        if (!subjects.isEmpty()) {
            handle.createQuery(OF)
                    .bind("what", what.name())
                    .bindList("ids", List.copyOf(subjects))
                    .map((row, _) -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                    .forEach(entry -> marks.put(entry.getKey(), entry.getValue()));
        }
        return marks;
    }

    static void set(Erasing to, DataClass what, String subject) {
        long at = to.act().at().toEpochMilli();
        String key = what.name() + " " + subject;
        Optional<Long> was = to.handle()
                .createQuery(FIND)
                .bind(0, what.name())
                .bind(1, subject)
                .mapTo(Long.class)
                .findOne();
        to.handle().execute(was.isPresent() ? UPDATE : INSERT, at, to.seq(), what.name(), subject);
        to.tell(was.map(seq -> RetentionTables.ERASED.changed(key, seq, at))
                .orElseGet(() -> RetentionTables.ERASED.added(key, at)));
    }
}
