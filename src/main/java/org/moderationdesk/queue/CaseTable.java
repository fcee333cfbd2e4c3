package org.moderationdesk.queue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/** Reads and writes rows of open_case for an act. */
final class CaseTable {
    static final String COLUMNS = """
        c.id, c.item_id, c.kind, c.state, c.queue, c.severity, c.points, c.sections, c.chapter_set, c.excerpt,
        c.language, c.region, c.reports, c.opened_at, c.due_at, c.closed_at, c.child_safety, c.sealed, c.edition,
        c.token, c.event_seq\
        """;
    /** Where the holder stands in a query that selects it after {@link #COLUMNS}. */
    static final int HOLDER = 22;

    private static final String INSERT = """
        insert into open_case (item_id, open_item, kind, state, queue, severity, rank, points, sections, chapter_set,
                               excerpt, language, region, reports, opened_at, due_at, closed_at, child_safety,
                               sealed, edition, token, event_seq, id)
        values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """;
    /** Conditional on the entry that last told of the row: whoever changed it meanwhile wins. */
    private static final String UPDATE = """
        update open_case
           set item_id = ?, open_item = ?, kind = ?, state = ?, queue = ?, severity = ?, rank = ?, points = ?,
               sections = ?, chapter_set = ?, excerpt = ?, language = ?, region = ?, reports = ?, opened_at = ?,
               due_at = ?, closed_at = ?, child_safety = ?, sealed = ?, edition = ?, token = ?, event_seq = ?
         where id = ? and event_seq = ?
        """;

    private static final String BY_ID = "select " + COLUMNS + " from open_case c where c.id = ?";
    private static final String BY_ITEM = "select " + COLUMNS + " from open_case c where c.open_item = ?";
    private static final String BY_ITEMS =
            "select " + COLUMNS + " from unnest(?) as wanted(item) join open_case c on c.open_item = wanted.item";

    private static final String MARKS = """
        select c.item_id, bool_or(c.sealed)
          from unnest(?) as wanted(item)
          join open_case c on c.item_id = wanted.item and c.child_safety = true
         group by c.item_id
        """;

    private CaseTable() {}

    static Optional<CaseState> byId(Handle handle, long id) {
        return handle.createQuery(BY_ID)
                .bind(0, id)
                .map((rows, _) -> read(rows))
                .findOne();
    }

    static Optional<CaseState> openOf(Handle handle, String itemId) {
        return handle.createQuery(BY_ITEM)
                .bind(0, itemId)
                .map((rows, _) -> read(rows))
                .findOne();
    }

    /** The open cases of these items, by item. */
    static Map<String, CaseState> openOf(Handle handle, Collection<String> items) {
        Map<String, CaseState> found = new HashMap<>();
        handle.createQuery(BY_ITEMS)
                .bindArray(0, String.class, items.toArray())
                .map((rows, _) -> read(rows))
                .forEach(state -> found.put(state.itemId, state));
        return found;
    }

    /** Those of these items that have, or had, a case of child safety, and whether one of it was sealed. */
    static Map<String, Queue.Marks> marksOf(Handle handle, Collection<String> items) {
        Map<String, Queue.Marks> found = new HashMap<>();
        handle.createQuery(MARKS)
                .bindArray(0, String.class, items.toArray())
                .map((rows, _) -> Map.entry(rows.getString(1), new Queue.Marks(true, rows.getBoolean(2))))
                .forEach(marked -> found.put(marked.getKey(), marked.getValue()));
        return found;
    }

    static ArrayDeque<Long> newIds(Handle handle, int count) {
        String numbers = Dialect.of(handle).nextNumbers("case_number");
        return new ArrayDeque<>(
                handle.createQuery(numbers).bind(0, count).mapTo(Long.class).list());
    }

    /** Says that the next entry tells of this row as it now is; the row carries that entry's number from here on. */
    static RowState tell(CaseState state, long nextSeq) {
        RowState told = state.eventSeq == 0
                ? QueueTables.CASE.added(state.key(), state.values())
                : QueueTables.CASE.changed(state.key(), state.eventSeq, state.values());
        state.eventSeq = nextSeq;
        return told;
    }

    static void insert(Handle handle, List<CaseState> fresh) {
        batch(handle, INSERT, fresh, null);
    }

    /**
     * Writes the rows.
     *
     * @param was for each row the entry that told of it when it was read
     * @return whether all were still as they were read
     */
    static boolean update(Handle handle, List<CaseState> changed, List<Long> was) {
        return batch(handle, UPDATE, changed, was);
    }

    /** Writes one row with what else the act writes; an act whose row has changed since it was read is given up. */
    static void update(Act act, CaseState changed, long was) {
        @Nullable Object[] columns = changed.values();
        @Nullable Object[] values = Arrays.copyOf(columns, columns.length + 3);
        values[columns.length] = changed.eventSeq;
        values[columns.length + 1] = changed.id;
        values[columns.length + 2] = was;
        act.writeOne(UPDATE, values);
    }

    private static boolean batch(Handle handle, String sql, List<CaseState> states, @Nullable List<Long> was) {
        if (states.isEmpty()) {
            return true;
        }
        // Plain JDBC: an import writes thousands of cases an act.
        try (PreparedStatement batch = handle.getConnection().prepareStatement(sql)) {
            for (int row = 0; row < states.size(); row++) {
                CaseState state = states.get(row);
                int column = 1;
                for (Object value : state.values()) {
                    batch.setObject(column++, value);
                }
                batch.setLong(column++, state.eventSeq);
                batch.setLong(column++, state.id);
                if (was != null) {
                    batch.setLong(column, was.get(row));
                }
                batch.addBatch();
            }
            return IntStream.of(batch.executeBatch())
                    .allMatch(count -> count == 1 || count == Statement.SUCCESS_NO_INFO);
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        }
    }

    static CaseState read(ResultSet rows) throws SQLException {
        var state = new CaseState(
                rows.getLong(1), rows.getString(2), ItemKind.valueOf(rows.getString(3)), rows.getLong(14));
        state.state = CaseRow.State.valueOf(rows.getString(4));
        state.queue = rows.getString(5);
        state.severity = Severity.values()[rows.getInt(6)];
        state.points = rows.getString(7);
        state.sections = rows.getString(8);
        state.chapters = rows.getString(9);
        state.excerpt = rows.getString(10);
        state.language = rows.getString(11);
        state.region = rows.getString(12);
        state.reports = rows.getInt(13);
        state.dueAt = rows.getLong(15);
        long closed = rows.getLong(16);
        state.closedAt = rows.wasNull() ? null : closed;
        state.childSafety = rows.getBoolean(17);
        state.sealed = rows.getBoolean(18);
        state.edition = rows.getString(19);
        state.token = rows.getLong(20);
        state.eventSeq = rows.getLong(21);
        return state;
    }
}
