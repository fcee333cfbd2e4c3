package org.moderationdesk.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.review.ReviewDesk;

/** Over the tables that the desk really has: no column of a projected one can be changed behind the log's back. */
@TestInstance(Lifecycle.PER_CLASS)
class EveryColumnTest {
    /** Tables whose rows change without an entry, each for the reason that its room gives. */
    private static final Set<String> NOT_PROJECTED = Set.of(
            "event",
            "log_head",
            "personal_text",
            "draft",
            "counter",
            "decision_fact",
            "log_view",
            "skip",
            "report_source",
            "media_key",
            "exposure",
            "break_taken",
            "not_offered",
            "severe_work",
            "person_password",
            "sign_in_try",
            "routing_move",
            "calibration_vote",
            "checkpoint_key",
            "read_notice",
            "quality_key",
            "quality_progress",
            "quality_population",
            "second_draft",
            "edition_asked",
            "filing_draft",
            "filing_login",
            "filing_paper",
            "filing_run",
            "dossier_paper",
            "authority_order_paper",
            "filing_schema",
            "viewing",
            "schema_history");

    /** Moved by heartbeats. */
    private static final Set<String> NOT_COVERED =
            Set.of("lease.ends_at", "second_review.ends_at", "second_review.moved_in");

    private final Store store = TestStore.create();
    private final EventLog log = new StoredEventLog(store, InstantSource.system());

    @BeforeAll
    void fill() {
        for (ProjectedTable table : ReviewDesk.tables()) {
            long seq = log.record("anna", act -> {
                insert(act, table.name());
                return act.append(new Entry(EventKind.SHOWN, null, null, Map.of(), List.of(told(act, table))));
            });
            assertThat(seq).isPositive();
        }
        assertThat(verify().intact()).isTrue();
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void everyTableIsEitherProjectedOrSaidNotToBe() {
        List<String> tables = store.read(handle -> handle.createQuery(
                        "select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'")
                .mapTo(String.class)
                .list());
        var projected = ReviewDesk.tables().stream().map(ProjectedTable::name).collect(Collectors.toSet());

        assertThat(tables)
                .hasSizeGreaterThan(15)
                .allMatch(table -> projected.contains(table) != NOT_PROJECTED.contains(table));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aChangeInThisColumnIsFound(String column) {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(table.length() + 1);
        Column info = columns(table).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        long seq = number("select event_seq from " + table);

        assertFound(table, info, info.other(), name.equals("event_seq") ? (long) info.other() : seq);
        if (info.nullable()) {
            assertFound(table, info, null, seq);
        }
        assertThat(verify().intact()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aRowTakenAwayIsFound(String table) {
        long seq = number("select event_seq from " + table);
        execute("create table kept as select * from " + table);
        execute("delete from " + table);

        assertThat(verify().firstBroken()).isEqualTo(seq);

        execute("insert into " + table + " select * from kept");
        execute("drop table kept");
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void theEndOfALeaseIsTheOnlyColumnThatMovesUnseen() {
        for (String column : NOT_COVERED) {
            String table = column.substring(0, column.indexOf('.'));
            execute("update " + table + " set " + column.substring(table.length() + 1) + " = 99");
            assertThat(verify().intact()).isTrue();
        }
    }

    List<String> tables() {
        return ReviewDesk.tables().stream().map(ProjectedTable::name).toList();
    }

    List<String> columns() {
        List<String> all = tables().stream()
                .flatMap(table -> columns(table).stream().map(column -> table + "." + column.name()))
                .filter(column -> !NOT_COVERED.contains(column))
                .toList();
        assertThat(all).hasSizeGreaterThan(80);
        return all;
    }

    private void assertFound(String table, Column column, Object value, long seq) {
        Object was = store.read(handle -> handle.createQuery("select " + column.name() + " v from " + table)
                .mapToMap()
                .one()
                .get("v"));
        execute("update " + table + " set " + column.name() + " = ?", value);
        assertThat(verify().firstBroken()).as(table + "." + column.name()).isEqualTo(seq);
        execute("update " + table + " set " + column.name() + " = ?", was);
    }

    private void insert(Act act, String table) {
        List<Column> columns = columns(act.handle(), table);
        var values = new ArrayList<Object>();
        columns.forEach(column -> values.add(column.name().equals("event_seq") ? act.next() : column.value()));
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String places = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
        act.handle().execute("insert into " + table + " (" + names + ") values (" + places + ")", values.toArray());
    }

    private static RowState told(Act act, ProjectedTable table) {
        String columns = IntStream.range(0, table.columns().size())
                .mapToObj(i -> table.columns().get(i) + " c" + i)
                .collect(Collectors.joining(", "));
        return act.handle()
                .createQuery("select " + table.key() + " row_key, " + columns + " from " + table.name())
                .map((row, _) -> {
                    var values = new Object[table.columns().size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getObject("c" + i);
                    }
                    return table.added(row.getString("row_key"), values);
                })
                .one();
    }

    private List<Column> columns(String table) {
        return store.read(handle -> columns(handle, table));
    }

    private static List<Column> columns(Handle handle, String table) {
        return handle.createQuery("""
            select lower(column_name), data_type, coalesce(character_maximum_length, 0), is_nullable
              from information_schema.columns
             where lower(table_name) = :table and table_schema = 'PUBLIC'
             order by ordinal_position
            """)
                .bind("table", table)
                .map((row, _) ->
                        new Column(row.getString(1), row.getString(2), row.getLong(3), "YES".equals(row.getString(4))))
                .list();
    }

    private void execute(String sql, Object... values) {
        int rows = store.write(handle -> handle.execute(sql, values));
        assertThat(rows).isNotNegative();
    }

    private long number(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private Verdict verify() {
        return new Verifier(store, ReviewDesk.tables()).verify(Progress.NONE);
    }

    private record Column(String name, String type, long length, boolean nullable) {
        Object value() {
            return value('a', 7, true);
        }

        Object other() {
            return value('b', 1_008, false);
        }

        private Object value(char letter, long number, boolean bool) {
            return switch (type) {
                case "CHARACTER VARYING" -> String.valueOf(letter);
                case "CHARACTER" -> String.valueOf(letter).repeat((int) length);
                case "BIGINT" -> number;
                case "INTEGER" -> (int) number;
                case "BOOLEAN" -> bool;
                default -> throw new IllegalStateException("a column of type " + type);
            };
        }
    }
}
