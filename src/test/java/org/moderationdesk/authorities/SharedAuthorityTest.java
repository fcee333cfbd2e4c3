package org.moderationdesk.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.emergency.Call;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.Emergencies.Said;
import org.moderationdesk.emergency.OutcomeKind;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.OrderRefused;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.referrals.targets.AddedTarget;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** Dossiers, orders and calls on a shared store, each person over a login of their own. */
@OnPostgres
final class SharedAuthorityTest {
    private static final String NAME = "authorities";
    private static final Person LENA = new Person("lena", Set.of(Role.TEAM_LEAD), true);
    private static final Person UNA = new Person("una", Set.of(Role.TEAM_LEAD), false);
    private static final Person RITA = new Person("rita", Set.of(Role.REVIEWER), true);
    private static final Person ADA = new Person("ada", Set.of(Role.ADMINISTRATOR), false);

    private static final List<String> TABLES = List.of(
            "dossier",
            "dossier_receipt",
            "dossier_paper",
            "authority_order",
            "authority_order_subject",
            "authority_order_step",
            "authority_order_paper");
    private static final List<String> CALLS = List.of("emergency_call", "emergency_outcome");

    private final PostgresServer server = PostgresServer.shared();
    private final SharedStoreDoor door = new SharedStoreDoor(server.place(NAME));
    private final InstantSource clock = InstantSource.system();

    @TempDir
    private Path folder;

    @Test
    void whoMayDoesAndNobodyAltersWhatWasDone() throws Exception {
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        String open;
        String sealed;
        try (Store owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            SharedPeople.add(door, ADA, LENA, UNA, RITA);
            var desk = new AuthorityDesk(owner, folder, clock);
            desk.flag("A-1", "1.1");
            desk.flag("S-1", "8.1");
            open = desk.refer("A-1", "1.1.1", true);
            sealed = desk.refer("S-1", "8.1.1", true);
        }
        Dossier made;
        try (Store lenas = door.open("lena", SharedPeople.SECRET);
                Store adas = door.open("ada", SharedPeople.SECRET)) {
            var desk = new AuthorityDesk(lenas, folder, clock);
            made = desk.dossiers().make(LENA, sealed, new Ask(null, null, null), "NL", AuthorityDesk.EN);
            desk.dossiers().receipt(LENA, made.id(), made.at(), "PL-1", new byte[] {1});
            var written = desk.files()
                    .zip(
                            LENA,
                            made.id(),
                            DossierFiles.Wanted.fresh(folder.resolve("out.zip")),
                            "a-long-password-1".toCharArray(),
                            Progress.NONE);
            assertThat(written.bytes()).isPositive();
            // Who sets targets is an administrator, also past the desk.
            assertThat(new AuthorityDesk(adas, folder, clock)
                            .targets()
                            .set(ADA, 0, AddedTarget.police("BE_POLICE", "BE", 0))
                            .version())
                    .isEqualTo(1);
            var pretended = new Person("lena", Set.of(Role.ADMINISTRATOR), true);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> desk.targets().set(pretended, 1, AddedTarget.police("FR_POLICE", "FR", 0)));
        }
        try (Store unas = door.open("una", SharedPeople.SECRET)) {
            var desk = new AuthorityDesk(unas, folder, clock);
            assertThat(desk.dossiers().newest(UNA, 9)).isEmpty();
            assertThat(desk.dossiers()
                            .make(UNA, open, new Ask(null, null, null), "NL", AuthorityDesk.EN)
                            .itemId())
                    .isEqualTo("A-1");
        }
        String order = ordered();
        String call = called();
        for (String table : TABLES) {
            assertThat(count("lena", table)).as(table).isPositive();
            assertThat(count("rita", table)).as(table).isZero();
        }
        assertThat(count("una", "dossier")).isEqualTo(1);
        for (String table : CALLS) {
            assertThat(count("rita", table)).as(table).isPositive();
            assertThat(count("ada", table)).as(table).isZero();
        }
        assertThat(count("una", "emergency_call")).isEqualTo(1);
        assertThat(through("lena", made, order, call)).isEmpty();
        assertThat(through("rita", made, order, call)).isEmpty();
        server.execute(NAME, "grant update on dossier_receipt to authorities_lead");
        assertThat(through("lena", made, order, call)).as("a grant too many").containsExactly("alter a receipt");
        try (Store owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            assertThat(new AuthorityDesk(owner, folder, clock).review().verify().intact())
                    .isTrue();
        }
    }

    /** A call about a child, and what came of it. */
    private String called() throws StoreRefused {
        try (Store ritas = door.open("rita", SharedPeople.SECRET);
                Store unas = door.open("una", SharedPeople.SECRET)) {
            Call call = emergencies(ritas).call(RITA, "S-1", Optional.empty(), Said.asScripted());
            var _ = emergencies(ritas).outcome(RITA, call.id(), OutcomeKind.TAKEN_OVER, null, "MK-1", "on their way");
            assertThat(emergencies(unas).newest(UNA, 9)).isEmpty();
            assertThat(emergencies(unas)
                            .call(UNA, "A-1", Optional.empty(), Said.asScripted())
                            .number())
                    .isEqualTo("112");
            return call.id();
        }
    }

    private Emergencies emergencies(Store store) {
        return new Emergencies(
                store,
                new AuthorityDesk(store, folder, clock).review().log(),
                new StoredItems(store, StoredQueue::openCases),
                HiddenTests.NONE,
                "NL");
    }

    /** An order about a child, and what was done about it. */
    private String ordered() throws StoreRefused {
        try (Store lenas = door.open("lena", SharedPeople.SECRET);
                Store unas = door.open("una", SharedPeople.SECRET);
                Store adas = door.open("ada", SharedPeople.SECRET)) {
            var orders = new Orders(
                    lenas, new AuthorityDesk(lenas, folder, clock).review().log(), clock);
            Order order = orders.record(LENA, order("S-1"));
            var _ = orders.step(LENA, order.id(), StepKind.IMPOSSIBLE, clock.instant(), "cannot be found", null);
            var others = new Orders(
                    unas, new AuthorityDesk(unas, folder, clock).review().log(), clock);
            assertThat(others.all(UNA, 9)).isEmpty();
            // Past the desk, who is not cleared is refused by the server.
            assertThatExceptionOfType(OrderRefused.class)
                    .isThrownBy(() -> others.record(new Person("una", UNA.roles(), true), order("S-1")));
            var admins = new Orders(
                    adas, new AuthorityDesk(adas, folder, clock).review().log(), clock);
            assertThat(admins.record(ADA, order("A-1")).childSafety()).isFalse();
            assertThat(admins.all(ADA, 9)).hasSize(1);
            return order.id();
        }
    }

    private NewOrder order(String item) {
        return new NewOrder(
                OrderKind.REMOVAL,
                "TCO_ORDER",
                "An authority",
                "REF-1",
                "called back",
                clock.instant().atOffset(ZoneOffset.UTC),
                null,
                null,
                false,
                false,
                List.of(new Subject(item, "")),
                new byte[] {1});
    }

    /** What somebody gets done past the desk. */
    private Set<String> through(String login, Dossier dossier, String order, String call) {
        long now = clock.instant().toEpochMilli();
        Map<String, String> tries = new LinkedHashMap<>();
        tries.put("alter a receipt", "update dossier_receipt set reference = 'x'");
        tries.put("alter a dossier", "update dossier set target = 'EUROPOL'");
        tries.put("take a paper away", "delete from dossier_paper");
        tries.put("alter a paper", "update dossier_paper set body = ''");
        tries.put("a receipt in another name", """
            insert into dossier_receipt values ('%s', 1, 'S-1', %d, 'x', null, 'ada', %d, 1)
            """.formatted(dossier.id(), now, now));
        tries.put("a receipt out of order", """
            insert into dossier_receipt values ('%s', 7, 'S-1', %d, 'x', null, '%s', %d, 1)
            """.formatted(dossier.id(), now, login, now));
        tries.put("a receipt of tomorrow", """
            insert into dossier_receipt values ('%s', 1, 'S-1', %d, 'x', null, '%s', %d, 1)
            """.formatted(
                        dossier.id(), now + Duration.ofDays(1).toMillis(), login, now));
        tries.put("a dossier of what nobody referred", """
            insert into dossier values ('x', 'none', 'none', 'A-1', 'NL_POLICE', null, 0, '%s', %d, 'x', 'x', 1)
            """.formatted(login, now));
        tries.put("an answer in another name", """
            insert into authority_order_step values ('%s', 1, 'DONE', %d, null, 'x', null, 'ada', %d, 1)
            """.formatted(order, now, now));
        tries.put("an answer to nothing", """
            insert into authority_order_step values ('x', 0, 'DONE', %d, null, 'x', null, '%s', %d, 1)
            """.formatted(now, login, now));
        tries.put("another subject of an order", """
            insert into authority_order_subject values ('%s', 9, 'A-1', '', 1)
            """.formatted(order));
        tries.put("an order in another name", """
            insert into authority_order values ('x', 'REMOVAL', 'TCO_ORDER', 'x', 'x', 'x', %d, 'Z', %d, null, false,
                false, null, 'ada', %d, 1)
            """.formatted(now, now + 1, now));
        tries.put("a later due time", "update authority_order set due_at = due_at + 1");
        tries.put("take an answer away", "delete from authority_order_step");
        tries.put("a call in another name", """
            insert into emergency_call values ('x', 'A-1', 'NL_112', '112', 'NL', 'x', 'x', 'x', 'ada', %d, %d, 1)
            """.formatted(now, now));
        tries.put("an outcome in another name", """
            insert into emergency_outcome values ('%s', 1, 'S-1', 'NO_DANGER', %d, '', 'x', 'ada', %d, 1)
            """.formatted(call, now, now));
        tries.put("an outcome out of order", """
            insert into emergency_outcome values ('%s', 5, 'S-1', 'NO_DANGER', %d, '', 'x', '%s', %d, 1)
            """.formatted(call, now, login, now));
        tries.put("another outcome", "update emergency_outcome set kind = 'NO_DANGER'");
        tries.put("no call", "delete from emergency_call");
        tries.put("other targets", "insert into target_plan values (9, '[]', 1)");
        tries.put("altered targets", "update target_plan set body = '[]'");
        tries.values().removeIf(sql -> server.refuses(NAME, login, SharedPeople.SECRET, sql));
        return tries.keySet();
    }

    private long count(String login, String table) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SharedPeople.SECRET);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
