package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.StoreRefused.Reason;

/** A store with rows in every table that there is, on its way to a server and back. */
@OnPostgres
class StoreMoveTest {
    private static final Set<String> STAYS = Set.of("person_password", "sign_in_try");
    private static final int ROWS = 3;
    private static final String DATABASE = "moving";
    private static final String EMPTY = """
        do $$ declare one name; begin
            set local session_replication_role = replica;
            for one in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_history' loop
                execute format('delete from public.%I', one);
            end loop;
            drop table if exists planted;
            comment on database moving is null;
        end $$
        """;

    @TempDir
    private static Path home;

    private static PostgresServer server;
    private static H2Store source;

    private final StoreMove move = new StoreMove(STAYS, Clock.systemUTC());

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() throws Exception {
        source = new StoreDoor(new DeskFolder(home), Clock.systemUTC()).create().store();
        int rows = source.write(handle -> fillEveryTable(handle.getConnection()));
        assertThat(rows).isGreaterThan(60);
        media("ab/ab12", "a file");
        media("staging/half", "half a file");
        server = PostgresServer.shared();
        door().prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }

    @AfterEach
    void empty() {
        server.execute(DATABASE, EMPTY);
        int unused = source.write(handle -> handle.execute("drop table if exists planted"));
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void everyTableGoesToTheServerAndComesBackTheSame() throws Exception {
        long rows = toServer(Progress.NONE);

        try (PostgresStore there = open();
                Store back = fromServer(Progress.NONE)) {
            assertThat(differences(source, there)).isEqualTo(STAYS);
            assertThat(differences(source, back)).isEqualTo(STAYS);
            assertThat(rows).isEqualTo(allRows(back));
            assertThat(tables(back)).isEqualTo(tables(there)).hasSizeGreaterThan(25);
            assertThat(next(there)).isEqualTo(next(source)).isEqualTo(next(back));
        }
        assertThat(Files.readString(folder.resolve("shared/ab/ab12"))).isEqualTo("a file");
        assertThat(Files.readString(folder.resolve("back/store/media/ab/ab12"))).isEqualTo("a file");
        assertThat(folder.resolve("shared/staging")).doesNotExist();
    }

    @Test
    void theRulesOfTheServerHoldAgainAfterwards() throws Exception {
        toServer(Progress.NONE);

        assertThat(server.number(
                        DATABASE, "select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'O'"))
                .isZero();
    }

    @Test
    void aTableThatOneSideLacksIsNeverForgotten() throws Exception {
        source.write(handle -> handle.execute("create table planted (id bigint primary key, word varchar(20))"));
        source.write(handle -> handle.execute("insert into planted values (1, 'one')"));

        assertThat(reason(() -> toServer(Progress.NONE))).isEqualTo(new StoreRefused.OtherShape("planted"));
        assertThat(server.number(DATABASE, "select count(*) from account")).isZero();

        server.execute(
                DATABASE,
                "create table planted (id bigint primary key, word text)",
                "alter table planted owner to " + DATABASE + "_owner");
        toServer(Progress.NONE);
        assertThat(server.number(DATABASE, "select count(*) from planted")).isEqualTo(1);
    }

    @Test
    void theComparisonSeesATableThatIsForgottenAndARowThatIsAnother() throws Exception {
        long rows = new StoreMove(Set.of("person_password", "sign_in_try", "report"), Clock.systemUTC())
                .toServer(source, owner(), folder.resolve("shared"), (_, _) -> {}, Progress.NONE);
        assertThat(rows).isPositive();
        server.execute(DATABASE, "update item set kind = 'OTHER' where version = 1");

        try (PostgresStore there = open()) {
            Set<String> expected = new TreeSet<>(STAYS);
            expected.addAll(Set.of("report", "item"));
            assertThat(differences(source, there)).isEqualTo(expected);
        }
    }

    @Test
    void aCopyThatIsStoppedLeavesTheServerEmptyAndTheFolderWithoutAStore() throws Exception {
        assertThatThrownBy(() -> toServer(new StopsAt(10))).isInstanceOf(CancellationException.class);
        assertThat(server.number(DATABASE, "select count(*) from account")).isZero();
        open().close();

        toServer(Progress.NONE);
        assertThatThrownBy(() -> fromServer(new StopsAt(10))).isInstanceOf(CancellationException.class);

        assertThat(new StoreDoor(new DeskFolder(folder.resolve("back")), Clock.systemUTC()).exists())
                .isFalse();
        assertThat(folder.resolve("back/store.making")).doesNotExist();
        fromServer(Progress.NONE).close();
    }

    @Test
    void aCopyThatDoesNotHoldIsNotUsedUntilItIsMadeAgain() throws Exception {
        StoreMove.Check fails = (_, _) -> {
            throw new StoreRefused(new StoreRefused.OtherHead());
        };
        assertThat(reason(() -> move.toServer(source, owner(), folder.resolve("shared"), fails, Progress.NONE)))
                .isEqualTo(new StoreRefused.OtherHead());

        assertThat(reason(this::open)).isInstanceOf(StoreRefused.Unfinished.class);
        assertThat(reason(() -> fromServer(Progress.NONE))).isInstanceOf(StoreRefused.Unfinished.class);
        toServer(Progress.NONE);
        try (PostgresStore there = open()) {
            assertThat(differences(source, there)).isEqualTo(STAYS);
        }
        assertThat(reason(() -> move.fromServer(owner(), folder.resolve("shared"), target(), fails, Progress.NONE)))
                .isEqualTo(new StoreRefused.OtherHead());
        assertThat(folder.resolve("back/store")).doesNotExist();
    }

    @Test
    void onlyTheOwnerCopiesAndOnlyToWhereNothingIs() throws Exception {
        String login = DATABASE + "_somebody";
        server.execute(
                DATABASE,
                "create role " + login + " login password 'x'",
                "grant " + DATABASE + "_reviewer to " + login);
        var notOwner = new StoreMove.Server(server.place(DATABASE), login, "x");
        assertThat(reason(() -> move.toServer(source, notOwner, folder, (_, _) -> {}, Progress.NONE)))
                .isInstanceOf(StoreRefused.NotTheOwner.class);
        var notPrepared = new StoreMove.Server(server.place("postgres"), PostgresServer.ADMIN, PostgresServer.PASSWORD);
        assertThat(reason(() -> move.toServer(source, notPrepared, folder, (_, _) -> {}, Progress.NONE)))
                .isInstanceOf(StoreRefused.NotPrepared.class);

        toServer(Progress.NONE);
        assertThat(reason(() -> toServer(Progress.NONE))).isInstanceOf(StoreRefused.NotEmpty.class);
    }

    @Test
    void nobodyWritesToASharedStoreWhileItIsCopied() throws Exception {
        toServer(Progress.NONE);
        List<String> states = new ArrayList<>();
        StoreMove.Check tries = (_, _) -> {
            try (Connection other = server.connect(DATABASE, PostgresServer.ADMIN, PostgresServer.PASSWORD);
                    Statement statement = other.createStatement()) {
                statement.execute("set lock_timeout = 50");
                statement.execute("delete from skip");
            } catch (SQLException held) {
                states.add(held.getSQLState());
            }
        };

        move.fromServer(owner(), folder.resolve("shared"), target(), tries, Progress.NONE)
                .created()
                .store()
                .close();

        assertThat(states).containsExactly("55P03");
    }

    private long toServer(Progress progress) throws StoreRefused {
        return move.toServer(source, owner(), folder.resolve("shared"), (_, _) -> {}, progress);
    }

    private Store fromServer(Progress progress) throws StoreRefused {
        return move.fromServer(owner(), folder.resolve("shared"), target(), (_, _) -> {}, progress)
                .created()
                .store();
    }

    private StoreMove.Folder target() {
        return new StoreMove.Folder(new DeskFolder(folder.resolve("back")), null);
    }

    private StoreMove.Server owner() {
        return new StoreMove.Server(server.place(DATABASE), PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }

    private static SharedStoreDoor door() {
        return new SharedStoreDoor(server.place(DATABASE));
    }

    private PostgresStore open() throws StoreRefused {
        return door().open(PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }

    private static void media(String name, String words) throws IOException {
        Path file = new DeskFolder(home).media().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, words);
    }

    private static Reason reason(ThrowingCallable work) {
        List<Reason> reasons = new ArrayList<>();
        assertThatThrownBy(work).isInstanceOfSatisfying(StoreRefused.class, refused -> reasons.add(refused.reason()));
        return reasons.getFirst();
    }

    /** Puts rows into each table that the database knows, whatever they mean. */
    private static int fillEveryTable(Connection connection) throws SQLException {
        int made = 0;
        for (String table : tables(connection)) {
            try (Statement statement =
                            connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                    ResultSet rows = statement.executeQuery("select * from " + table + " fetch first 0 rows only")) {
                var meta = rows.getMetaData();
                for (int row = 1; row <= ROWS; row++) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= meta.getColumnCount(); i++) {
                        values.add(value(meta.getColumnType(i), meta.getPrecision(i), row, table));
                    }
                    try (Statement insert = connection.createStatement()) {
                        made += insert.executeUpdate(
                                "insert into " + table + " values (" + String.join(", ", values) + ")");
                    }
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("select next value for case_number from system_range(1, 41)");
        }
        return made;
    }

    private static String value(int type, int length, int row, String table) {
        return switch (type) {
            case Types.CHAR -> "'" + Integer.toString(row).repeat(length) + "'";
            case Types.VARCHAR ->
                length < 40 ? "'t" + row + "'" : "'\uD83D\uDE00 it''s a \"" + table + "\" " + row + "'";
            case Types.BOOLEAN -> row % 2 == 0 ? "true" : "false";
            // The head has a first row from the beginning.
            default -> Integer.toString(table.equals("log_head") ? row + 1 : row);
        };
    }

    /** Names of tables whose rows are not the same in both, by what each database says that it has. */
    private static Set<String> differences(Store one, Store other) {
        Map<String, List<String>> here = one.read(handle -> rows(handle.getConnection()));
        Map<String, List<String>> there = other.read(handle -> rows(handle.getConnection()));
        Set<String> names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        names.removeIf(name -> here.getOrDefault(name, List.of()).equals(there.getOrDefault(name, List.of())));
        return names;
    }

    private static Map<String, List<String>> rows(Connection connection) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : tables(connection)) {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select * from " + table)) {
                while (row.next()) {
                    Map<String, String> told = new TreeMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        told.put(
                                row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT),
                                String.valueOf(row.getObject(i)));
                    }
                    rows.add(told.toString());
                }
            }
            all.put(table, rows.stream().sorted().toList());
        }
        return all;
    }

    private static Set<String> tables(Store store) {
        return store.read(handle -> tables(handle.getConnection()));
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
                        + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        names.remove("schema_history");
        return names;
    }

    private static long allRows(Store store) {
        return store.read(handle -> rows(handle.getConnection())).values().stream()
                .mapToLong(List::size)
                .sum();
    }

    private static long next(Store store) {
        return store.write(handle -> handle.createQuery(Dialect.of(handle).nextNumbers("case_number"))
                .bind(0, 1)
                .mapTo(Long.class)
                .one());
    }

    /** Somebody who has seen enough. */
    private record StopsAt(long rows) implements Progress {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return rows > 0;
        }
    }
}
