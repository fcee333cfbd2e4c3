package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code second_review}. Times in milliseconds since 1970.
 *
 * @param what the case as it was; never changes
 * @param second who holds it, or answered it
 * @param endsAt until when it is held; 0 while nobody does
 */
record ReviewRow(
        String id,
        CaseAsItWas what,
        Stage state,
        @Nullable String second,
        @Nullable Long takenAt,
        long endsAt,
        long eventSeq) {
    static final String COLUMNS = """
        r.id, r.case_id, r.item_id, r.item_version, r.edition, r.kind, r.queue, r.severity, r.sections, r.language,
        r.region, r.opened_at, r.seen_at, r.due_at, r.child_safety, r.sealed, r.state, r.second_person, r.taken_at,
        r.ends_at, r.event_seq\
        """;

    private static final String INSERT = """
        insert into second_review (id, case_id, item_id, item_version, edition, kind, queue, severity, sections,
            language, region, opened_at, seen_at, due_at, child_safety, sealed, state, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE = """
        update second_review
           set state = ?, second_person = ?, taken_at = ?, ends_at = ?, event_seq = ?
         where id = ? and event_seq = ?
        """;
    private static final String BY_ID = "select " + COLUMNS + " from second_review r where r.id = ?";

    static Optional<ReviewRow> find(Handle handle, String id) {
        return handle.createQuery(BY_ID).bind(0, id).map((row, _) -> read(row)).findOne();
    }

    static ReviewRow read(ResultSet row) throws SQLException {
        long taken = row.getLong("taken_at");
        @Nullable Long takenAt = row.wasNull() ? null : taken;
        return new ReviewRow(
                row.getString("id"),
                CaseAsItWas.read(row),
                Stage.valueOf(row.getString("state")),
                row.getString("second_person"),
                takenAt,
                row.getLong("ends_at"),
                row.getLong("event_seq"));
    }

    RowState insert(Act act) {
        act.handle()
                .execute(
                        INSERT,
                        id,
                        what.caseId(),
                        what.itemId(),
                        what.version(),
                        what.edition(),
                        what.kind().name(),
                        what.queue(),
                        what.severity().ordinal(),
                        String.join(" ", what.sections()),
                        what.language(),
                        what.region(),
                        what.openedAt(),
                        what.seenAt(),
                        what.dueAt(),
                        what.childSafety(),
                        what.sealed(),
                        state.name(),
                        act.next());
        return QualityTables.REVIEW.added(id, values());
    }

    /** The same, come so far. */
    RowState change(Act act, Stage becomes, @Nullable String person, @Nullable Long taken, long ends) {
        Rows.one(act.handle().execute(UPDATE, becomes.name(), person, taken, ends, act.next(), id, eventSeq));
        var changed = new ReviewRow(id, what, becomes, person, taken, ends, eventSeq);
        return QualityTables.REVIEW.changed(id, eventSeq, changed.values());
    }

    /** The same by the same person, come so far. */
    RowState change(Act act, Stage becomes) {
        return change(act, becomes, second, takenAt, 0);
    }

    private @Nullable Object[] values() {
        return new @Nullable Object[] {
            what.caseId(),
            what.itemId(),
            what.version(),
            what.edition(),
            what.kind(),
            what.queue(),
            what.severity().ordinal(),
            String.join(" ", what.sections()),
            what.language(),
            what.region(),
            what.openedAt(),
            what.seenAt(),
            what.dueAt(),
            what.childSafety(),
            what.sealed(),
            state,
            second,
            takenAt
        };
    }

    static List<ReviewRow> list(Handle handle, String tail, Object... values) {
        var query = handle.createQuery("select " + COLUMNS + " from second_review r " + tail);
        for (int i = 0; i < values.length; i++) {
            query.bind(i, values[i]);
        }
        return query.map((row, _) -> read(row)).list();
    }
}
