package org.moderationdesk.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.AuthorityDesk;
import org.moderationdesk.authorities.Dossier;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** Papers of referrals go from a shared store by an administrator with the clearance, and only what may. */
@OnPostgres
class SharedPapersTest {
    private static final String NAME = "papers";
    private static final Person ADA = new Person("ada", Set.of(Role.ADMINISTRATOR), false);
    private static final Person ELLA = new Person("ella", Set.of(Role.ADMINISTRATOR), true);
    private static final Person LARS = new Person("lars", Set.of(Role.TEAM_LEAD), true);
    private static final Person ROSA = new Person("rosa", Set.of(Role.REVIEWER), false);

    private static PostgresServer server;
    private static SharedStoreDoor door;

    private RetentionDesk old;
    private PostgresStore ellas;
    private MediaStore media;
    private String id = "";

    @BeforeAll
    static void prepare() throws StoreRefused {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        SharedPeople.add(door, ADA, ELLA, LARS, ROSA);
    }

    /** The owner's entries may lie in the past. */
    @BeforeEach
    void open(@TempDir Path folder, TestInfo test) throws StoreRefused {
        id = test.getTestMethod().orElseThrow().getName().substring(0, 12);
        old = new RetentionDesk(folder, door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD));
        old.clock()
                .advance(Duration.between(old.clock().instant(), Instant.now()).minus(Duration.ofDays(800)));
        ellas = door.open("ella", SharedPeople.SECRET);
        media = new MediaStore(folder.resolve("desk-media"), ellas);
        retention().set(ELLA, DataClass.PAPERS, Optional.of(200));
    }

    @AfterEach
    void close() {
        assertThat(old.verifies()).isTrue();
        ellas.close();
        old.close();
    }

    @Test
    void theyGoByOneHandOnceNothingHoldsThem(@TempDir Path folder) throws IOException, StoreRefused {
        var authorities = new AuthorityDesk(old.store(), folder, old.clock());
        String kept = id + "held";
        for (String item : List.of(id, kept)) {
            assertThat(sent(authorities, item)).isNotNull();
            server.execute(
                    NAME,
                    "insert into filing_paper values ('f', 'x" + item + "', '" + item + "', 'eA==')",
                    "insert into filing_draft values ('d-" + item + "', '" + item + "', '{}', 'lars', 1, 1)");
        }
        var orders = new Orders(old.store(), old.review().log(), old.clock());
        Order order =
                orders.record(LARS, order(OrderKind.INFORMATION, old.clock().instant(), id, new byte[] {7}));
        var _ = orders.step(LARS, order.id(), StepKind.DONE, old.clock().instant(), "handed over to them", null);
        old.clock().advance(Duration.ofDays(800));
        Hold hold = retention().hold(ELLA, Hold.Subject.ITEM, kept, HoldKind.LEGAL, "as the court asks");
        String gone = papersGone(id);
        assertThat(refused("ella", gone + "; set constraints all immediate"))
                .as("untold")
                .isTrue();
        assertThat(refused("ella", ErasingAct.told("ella", mark(id), gone, ErasingAct.period("CONTENT"))))
                .as("as another class")
                .isTrue();
        assertThat(refused("ella", ErasingAct.told("ella", mark(kept), gone, ErasingAct.period("PAPERS"))))
                .as("told of another")
                .isTrue();
        assertThat(refused("ella", ErasingAct.told("ella", mark(kept), papersGone(kept), ErasingAct.period("PAPERS"))))
                .as("held")
                .isTrue();
        for (String login : List.of("rosa", "lars")) {
            assertThat(refused(login, gone)).as(login).isTrue();
        }
        try (PostgresStore adas = door.open("ada", SharedPeople.SECRET)) {
            long seen = adas.read(handle -> handle.createQuery("select count(*) from dossier_paper")
                    .mapTo(Long.class)
                    .one());
            assertThat(seen).as("nothing to take out without the clearance").isZero();
        }
        retention().set(ELLA, DataClass.PAPERS, Optional.of(1_000));
        assertThat(refused("ella", ErasingAct.told("ella", mark(id), gone, ErasingAct.period("PAPERS"))))
                .as("before its time")
                .isTrue();
        retention().set(ELLA, DataClass.PAPERS, Optional.of(200));
        assertThat(refused("ella", ErasingAct.told("ella", mark(id), gone, ErasingAct.period("PAPERS"))))
                .as("in its time")
                .isFalse();

        assertThat(retention().run(ELLA, Progress.NONE).classes().get(DataClass.PAPERS))
                .isEqualTo(new Plan.OfClass(200, 2, Map.of(HoldKind.LEGAL, 1L)));

        for (String table : List.of("dossier_paper", "filing_paper", "filing_draft")) {
            assertThat(papers(table, id)).as(table).isZero();
            assertThat(papers(table, kept)).as(table).isPositive();
        }
        assertThat(old.number("select count(*) from authority_order_paper")).isZero();
        retention().lift(ELLA, hold.id());
        PersonErasure.Extent unused = erasure().erase(ELLA, "u-1", "R-9", Progress.NONE);
        assertThat(papers("dossier_paper", kept))
                .as("at the request of the person")
                .isZero();
        assertThat(papers("filing_paper", kept)).isZero();
    }

    @Test
    void anOrderToDestroyTakesThemToo(@TempDir Path folder) throws IOException, StoreRefused {
        var authorities = new AuthorityDesk(old.store(), folder, old.clock());
        old.clock().advance(Duration.ofDays(790));
        Dossier made = sent(authorities, id);
        try (PostgresStore larss = door.open("lars", SharedPeople.SECRET)) {
            var orders = new Orders(larss, new StoredEventLog(larss, InstantSource.system()), InstantSource.system());
            Order order = orders.record(LARS, order(OrderKind.DESTRUCTION, Instant.now(), id, null));
            assertThat(refused("ella", ErasingAct.told("ella", mark(id), papersGone(id), ErasingAct.period("PAPERS"))))
                    .as("preserved, past the act that destroys it")
                    .isTrue();

            assertThat(retention().destroy(ELLA, order.id(), id)).hasSize(1);
        }

        assertThat(papers("dossier_paper", id)).isZero();
        assertThat(authorities.dossiers().newest(AuthorityDesk.LEAD, 9))
                .extracting(line -> line.dossier().id())
                .containsExactly(made.id());
    }

    private static NewOrder order(OrderKind kind, Instant received, String item, byte @Nullable [] document) {
        return new NewOrder(
                kind,
                "NL_POLICE",
                "An authority",
                "REF-1",
                "called back",
                received.atOffset(ZoneOffset.UTC),
                Duration.ofDays(1),
                null,
                false,
                false,
                List.of(new Subject(item, "")),
                document);
    }

    private Dossier sent(AuthorityDesk authorities, String item) throws IOException {
        String referral = refer(authorities, item);
        Dossier made = authorities
                .dossiers()
                .make(AuthorityDesk.LEAD, referral, new Dossiers.Ask(null, null, null), "NL", AuthorityDesk.EN);
        var _ = authorities
                .dossiers()
                .receipt(AuthorityDesk.LEAD, made.id(), old.clock().instant(), "PL-1", new byte[] {1});
        return made;
    }

    private static String refer(AuthorityDesk authorities, String item) {
        assertThat(authorities.flag(item, "1.1")).isNotEmpty();
        return authorities.refer(item, "1.1.1", true);
    }

    private static String mark(String item) {
        return "jsonb_build_array('erased', 'PAPERS " + item + "', 'x', 1)";
    }

    private static String papersGone(String item) {
        return "delete from dossier_paper where item_id = '" + item + "'";
    }

    private long papers(String table, String item) {
        return old.number("select count(*) from " + table + " where item_id = '" + item + "'");
    }

    private static boolean refused(String login, String sql) {
        return server.refuses(NAME, login, SharedPeople.SECRET, sql);
    }

    private Retention retention() {
        return new Retention(ellas, new StoredEventLog(ellas, InstantSource.system()), media, InstantSource.system());
    }

    private PersonErasure erasure() {
        return new PersonErasure(
                ellas, new StoredEventLog(ellas, InstantSource.system()), media, InstantSource.system());
    }
}
