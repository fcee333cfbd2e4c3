package org.moderationdesk.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreException;
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
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.StoredPeople;

/** What goes from a shared store goes by an administrator with the clearance, under their own login, and only what may. */
@OnPostgres
class SharedErasureTest {
    private static final String NAME = "erasure";
    private static final String SECRET = "a long password of a test";
    private static final Person ELLA = new Person("ella", Set.of(Role.ADMINISTRATOR), true);

    private static PostgresServer server;
    private static SharedStoreDoor door;
    private static int desks;

    private RetentionDesk old;
    private PostgresStore ellas;
    private MediaStore media;
    private String id = "";

    @BeforeAll
    static void prepare() throws StoreRefused {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        try (PostgresStore store = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            people(store).first(Person.alone(PostgresServer.ADMIN), "ada", Set.of(Role.ADMINISTRATOR), false, SECRET);
        }
        add("ella", Set.of(Role.ADMINISTRATOR), true);
        add("lars", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);
        add("rosa", Set.of(Role.REVIEWER), false);
    }

    /** The owner's entries may lie in the past. */
    @BeforeEach
    void open(@TempDir Path folder) throws StoreRefused {
        old = new RetentionDesk(folder, door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD));
        old.clock()
                .advance(Duration.between(old.clock().instant(), Instant.now()).minus(Duration.ofDays(300)));
        ellas = door.open("ella", SECRET);
        media = new MediaStore(folder.resolve("desk-media"), ellas);
        id = "i" + ++desks;
        for (DataClass what : DataClass.values()) {
            retention().set(ELLA, what, Optional.of(200));
        }
    }

    @AfterEach
    void close() {
        assertThat(old.verifies()).isTrue();
        ellas.close();
        old.close();
    }

    @Test
    void aClearedAdministratorLetsGoOfWhatIsOldAndAnswersAPersonUnderTheirOwnLogin() {
        String file = old.flag(id, "u-" + id, "one" + id);
        old.decide(id);
        old.flag(id + "held", "u-" + id + "held", "two" + id);
        old.decide(id + "held");
        old.clock().advance(Duration.ofDays(300));
        old.flag(id + "young", "u-" + id + "young", "three" + id, "u-" + id, "5.3", "USER");
        old.decide(id + "young");
        server.execute(
                NAME,
                "insert into draft values ((select id from open_case where item_id = '" + id
                        + "'), 'rosa', 0, 'unsent answers')");
        Hold hold =
                retention().hold(ELLA, Hold.Subject.ACCOUNT, "u-" + id + "held", HoldKind.LEGAL, "as the court asks");
        Plan plan = retention().plan(ELLA, Progress.NONE);

        Plan done = retention().run(ELLA, Progress.NONE);

        assertThat(done).isEqualTo(plan);
        assertThat(plan.classes()).hasSize(DataClass.values().length).allSatisfy((what, of) -> assertThat(of.goes())
                .as(what.name())
                .matches(goes -> what == DataClass.PAPERS ? goes == 0 : goes > 0));
        assertThat(old.media().blob(file)).isEmpty();
        assertThat(words(id)).isZero();
        assertThat(words(id + "held")).isEqualTo(1);
        assertThat(old.number("select count(*) from draft where person = 'rosa'"))
                .isZero();
        assertThat(retention().run(ELLA, Progress.NONE).goes()).isZero();

        PersonErasure.Extent erased = erasure().erase(ELLA, "u-" + id + "young", "R-1", Progress.NONE);
        assertThat(erased.account()).isTrue();
        assertThat(words(id + "young")).isZero();
        retention().lift(ELLA, hold.id());
        assertThat(erasure()
                        .erase(ELLA, "u-" + id + "held", "R-2", Progress.NONE)
                        .account())
                .isTrue();
    }

    @Test
    void nobodyElseErasesHoldsOrSetsAPeriodWithAConnectionOfTheirOwn() {
        old.flag(id, "u-" + id, "one" + id);
        old.decide(id);
        for (String login : List.of("rosa", "lars", "ada")) {
            Map<String, String> tries = new LinkedHashMap<>();
            tries.put("a look", "delete from look where item_id = '" + id + "'");
            tries.put("a text", "delete from personal_text");
            tries.put("a file", "delete from item_media where item_id = '" + id + "'");
            tries.put("a key", "delete from media_key");
            tries.put("a text of an item", "update item_version set content = '{}' where item_id = '" + id + "'");
            tries.put("a report", "update report set reporter = null where item_id = '" + id + "'");
            tries.put("names", blankAccount());
            tries.put("a record of a reporter", "delete from report_source");
            tries.put("a period", "delete from retention_period");
            tries.put("a mark", "insert into erased values ('CONTENT', '" + id + "', 1, 1)");
            tries.put(
                    "a hold",
                    "insert into retention_hold values ('h', 'ITEM', 'x', 'LEGAL', '" + login + "', 1, 'r', null, 1)");
            tries.put(
                    "an entry",
                    ErasingAct.told(login, lookGone(), "select 1", "{\"why\":\"REQUEST\",\"reference\":\"R\"}"));
            tries.forEach((what, sql) ->
                    assertThat(refused(login, sql)).as(login + " and " + what).isTrue());
        }
        try (PostgresStore adas = door.open("ada", SECRET)) {
            var log = new StoredEventLog(adas, InstantSource.system());
            var theirs = new Retention(adas, log, media, InstantSource.system());
            Person pretends = new Person("ada", Set.of(Role.ADMINISTRATOR), true);
            assertThatThrownBy(() -> theirs.set(pretends, DataClass.LOOKS, Optional.empty()))
                    .isInstanceOf(StoreException.class);
        } catch (StoreRefused refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void whatIsHeldOpenYoungOrUntoldStaysAlsoBeforeTheConnectionOfWhoMayErase() {
        setting();

        assertThat(gotThrough()).isEmpty();
        assertThat(refused("ella", ErasingAct.told("ella", lookGone(), lookDeleted(), ErasingAct.period("LOOKS"))))
                .isFalse();
        assertThat(refused("ella", ErasingAct.told("ella", versionBlank(id), blank(id), request())))
                .isFalse();
    }

    @Test
    void aRuleOfTheServerThatIsTakenAwayIsNoticed() throws StoreRefused {
        setting();
        server.execute(
                NAME,
                "create or replace function desk_item_held_otherwise(wanted varchar) returns boolean"
                        + " language sql as 'select false'");
        assertThat(gotThrough()).containsExactly("what is held", "what is open");

        server.execute(NAME, "alter table look disable trigger end_erasing");
        assertThat(gotThrough()).contains("what is young", "a look on request", "what no entry tells of");

        server.execute(NAME, "alter table item_version disable trigger guard_erasing");
        assertThat(gotThrough()).contains("other words");

        server.execute(
                NAME,
                "alter table look enable trigger end_erasing",
                "alter table item_version enable trigger guard_erasing");
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        assertThat(gotThrough()).isEmpty();
    }

    @Test
    void whatIsOrderedStaysAndWhatIsOrderedDestroyedGoesByTheHandOfAnother() throws StoreRefused {
        old.flag(id, "u-" + id, "one" + id);
        old.decide(
                id,
                ",\"referrals\":[{\"to\":\"JUDICIAL_AUTHORITY\",\"why\":\"It names a"
                        + " victim.\",\"threatToLife\":true}]");
        old.clock().advance(Duration.ofDays(290));
        String asked = ErasingAct.told("ella", versionBlank(id), blank(id), request());
        assertThat(refused("ella", asked)).as("what was referred").isTrue();
        try (PostgresStore larss = door.open("lars", SECRET)) {
            var lars = new Person("lars", Set.of(Role.TEAM_LEAD), true);
            var theirs = orders(larss);
            Order keep = theirs.record(lars, order(OrderKind.INFORMATION));
            Order destroy = theirs.record(lars, order(OrderKind.DESTRUCTION));
            String facts = "{\"why\":\"ORDER\",\"order\":\"" + destroy.id() + "\"}";
            String ordered = ErasingAct.told("ella", versionBlank(id), blank(id), facts);
            assertThat(refused("ella", ordered))
                    .as("what is ordered to be kept")
                    .isTrue();
            var _ = theirs.step(lars, keep.id(), StepKind.DONE, Instant.now(), "handed over to them", null);
            assertThat(refused("ella", ordered))
                    .as("past the act that destroys and tells of it")
                    .isTrue();
            assertThat(refused("ella", asked))
                    .as("on a request, under an order")
                    .isTrue();
            assertThat(refused("ella", destroyed(destroy.id(), ordered)))
                    .as("told as destroyed")
                    .isFalse();
            assertThat(refused("ella", destroyed(destroy.id(), asked)))
                    .as("told as destroyed and erased on a request")
                    .isTrue();
            assertThat(refused("ella", destroyed("another", ordered)))
                    .as("told as destroyed by another order")
                    .isTrue();
            assertThat(refused("ella", destroyed(destroy.id(), ordered.replace(destroy.id(), "another"))))
                    .as("by another order")
                    .isTrue();

            server.execute(
                    NAME,
                    "insert into filing_draft (referral_id, item_id, body, saved_by, saved_at, revision)"
                            + " values ('draft-" + id + "', '" + id + "', '{}', 'lars', 1, 1)");
            String draft = "delete from filing_draft where item_id = '" + id + "'";
            assertThat(refused("ella", draft + "; set constraints all immediate"))
                    .as("a draft past the act")
                    .isTrue();
            assertThat(refused("ella", destroyed(destroy.id(), ordered).replace("r := ", draft + "; r := ")))
                    .as("a draft in it")
                    .isFalse();

            assertThat(retention().destroy(ELLA, destroy.id(), id)).hasSize(1);

            assertThat(words(id)).isZero();
            assertThat(old.entries("DESTROYED")).anyMatch(body -> body.contains(destroy.id()));
            var _ = theirs.step(lars, destroy.id(), StepKind.DONE, Instant.now(), "destroyed for good", null);
        }
    }

    @Test
    void whoEntersAnOrderToDestroyDoesNotCarryItOut() {
        old.flag(id, "u-" + id, "one" + id);
        old.decide(id);
        Order own = orders(ellas).record(ELLA, order(OrderKind.DESTRUCTION));
        String facts = "{\"why\":\"ORDER\",\"order\":\"" + own.id() + "\"}";

        assertThatThrownBy(() -> retention().destroy(ELLA, own.id(), id))
                .isInstanceOfSatisfying(RetentionRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(RetentionRefused.Why.SAME_PERSON));
        assertThat(refused("ella", ErasingAct.told("ella", versionBlank(id), blank(id), facts)))
                .as("past the desk")
                .isTrue();
    }

    @Test
    void theEndOfAHoldIsSetByWhoMayAndAlteredByNobody() {
        setting();
        Hold hold = retention().hold(ELLA, Hold.Subject.ITEM, id, HoldKind.PRESERVATION, "asked by an authority");
        retention().extend(ELLA, hold.id(), Instant.now().plus(Duration.ofDays(90)), "for ninety days");

        assertThat(retention().preserved(ELLA, Duration.ofDays(30)))
                .anySatisfy(one -> assertThat(one.id()).isEqualTo(hold.id()));
        String later = "insert into hold_term values ('" + hold.id() + "', 1, " + ErasingAct.NOW
                + " + 1000000, 'w', '%s', " + ErasingAct.NOW + ", 1); set constraints all immediate";
        for (String login : List.of("rosa", "lars", "ada", "ella")) {
            assertThat(refused(login, later.formatted(login))).as(login).isTrue();
            assertThat(refused(login, "update hold_term set ends_at = 1")).isTrue();
            assertThat(refused(login, "delete from hold_term")).isTrue();
        }
    }

    private static Orders orders(PostgresStore store) {
        return new Orders(store, new StoredEventLog(store, InstantSource.system()), InstantSource.system());
    }

    private NewOrder order(OrderKind kind) {
        return new NewOrder(
                kind,
                "NL_POLICE",
                "An authority",
                "REF-1",
                "called back",
                OffsetDateTime.now(ZoneOffset.UTC),
                Duration.ofDays(1),
                null,
                false,
                false,
                List.of(new Subject(id, "")),
                null);
    }

    private void setting() {
        old.flag(id, "u-" + id, "one" + id);
        old.decide(id);
        old.flag(id + "held", "u-" + id + "held", "two" + id);
        old.decide(id + "held");
        old.flag(id + "open", "u-" + id + "open", "four" + id);
        old.clock().advance(Duration.ofDays(300));
        old.flag(id + "young", "u-" + id + "young", "three" + id);
        old.decide(id + "young");
        Hold unused = retention().hold(ELLA, Hold.Subject.ITEM, id + "held", HoldKind.LEGAL, "as the court asks");
    }

    private List<String> gotThrough() {
        var tries = new LinkedHashMap<String, String>();
        tries.put("what is held", ErasingAct.told("ella", versionBlank(id + "held"), blank(id + "held"), request()));
        tries.put("what is open", ErasingAct.told("ella", versionBlank(id + "open"), blank(id + "open"), request()));
        tries.put(
                "what is young",
                ErasingAct.told(
                        "ella",
                        lookGone().replace(id, id + "young"),
                        lookDeleted().replace(id, id + "young"),
                        ErasingAct.period("LOOKS")));
        tries.put("a look on request", ErasingAct.told("ella", lookGone(), lookDeleted(), request()));
        tries.put(
                "content as a look", ErasingAct.told("ella", versionBlank(id), blank(id), ErasingAct.period("LOOKS")));
        tries.put("what no entry tells of", lookDeleted() + "; set constraints all immediate");
        tries.put(
                "another row than is told",
                ErasingAct.told("ella", versionBlank(id), lookDeleted(), ErasingAct.period("LOOKS")));
        tries.put(
                "other words",
                ErasingAct.told(
                        "ella",
                        versionBlank(id),
                        blank(id).replace("'extra'", "'text', 'something else', 'extra'"),
                        request()));
        tries.put("a key that is needed", "delete from media_key where sha256 in (select sha256 from item_media)");
        tries.put(
                "a hold, untold",
                "update retention_hold set lifted_at = 1 where subject_id = '" + id
                        + "held'; set constraints all immediate");
        tries.put("a period of a day", "update retention_period set days = 1");
        tries.put("a period, untold", "update retention_period set days = 184; set constraints all immediate");
        tries.put("when it was closed", "update open_case set closed_at = 1 where item_id = '" + id + "young'");
        tries.put(
                "a mark, untold",
                "insert into erased values ('CONTENT', '" + id + "young', 1, 1);" + " set constraints all immediate");
        tries.put("names, untold", blankAccount() + "; set constraints all immediate");
        List<String> through = new ArrayList<>();
        tries.forEach((what, sql) -> {
            if (!refused("ella", sql)) {
                through.add(what);
            }
        });
        return through;
    }

    private String lookGone() {
        return "(select jsonb_build_array('look', l.id, null, l.event_seq) from look l where l.item_id = '" + id
                + "' limit 1)";
    }

    private String lookDeleted() {
        return "delete from look where item_id = '" + id + "'";
    }

    private static String versionBlank(String item) {
        return "jsonb_build_array('item_version', '1 " + item + "', 'x', 1)";
    }

    private static String blank(String item) {
        return "update item_version set content = jsonb_strip_nulls(jsonb_build_object('id', content::jsonb -> 'id',"
                + " 'kind', content::jsonb -> 'kind', 'version', content::jsonb -> 'version', 'author',"
                + " jsonb_build_object('id', content::jsonb -> 'author' -> 'id'), 'extra',"
                + " jsonb_build_object('erased', 'today')))::text, text_hash = null where item_id = '" + item + "'";
    }

    private String blankAccount() {
        return "update account set handle = null, display_name = null, content = '{\"id\":\"u-" + id
                + "\"}' where id = 'u-" + id + "'";
    }

    private static String request() {
        return "{\"why\":\"REQUEST\",\"reference\":\"R-1\"}";
    }

    /** The same, with an entry that tells of the item as destroyed by an order. */
    private String destroyed(String order, String act) {
        return act.replace("set constraints all immediate;", """
            select * into h from log_head where id = 1;
                b := jsonb_build_object('at', at, 'by', 'ella', 'case', null, 'facts',
                    jsonb_build_object('order', '%s'), 'item', '%s', 'kind', 'DESTROYED', 'personal', '[]'::jsonb,
                    'rows', '[]'::jsonb, 'seq', h.seq + 1)::text;
                insert into event (seq, at, kind, item_id, person, body, hash) values (h.seq + 1, at, 'DESTROYED',
                    '%s', 'ella', b, encode(sha256(convert_to(h.hash || b, 'UTF8')), 'hex'));
                update log_head set seq = h.seq + 1, hash = encode(sha256(convert_to(h.hash || b, 'UTF8')), 'hex')
                 where id = 1;
                set constraints all immediate;\
            """.formatted(order, id, id));
    }

    /** Refused for want of a right, or by row security that shows nothing; whatever gets through is taken back. */
    private static boolean refused(String login, String sql) {
        return server.refuses(NAME, login, SECRET, sql);
    }

    private long words(String item) {
        return old.number("select count(*) from item_version where item_id = '" + item + "' and content like '%"
                + RetentionDesk.TEXT + "%'");
    }

    private Retention retention() {
        return new Retention(ellas, new StoredEventLog(ellas, InstantSource.system()), media, InstantSource.system());
    }

    private PersonErasure erasure() {
        return new PersonErasure(
                ellas, new StoredEventLog(ellas, InstantSource.system()), media, InstantSource.system());
    }

    private static void add(String name, Set<Role> roles, boolean cleared) throws StoreRefused {
        String once;
        try (PostgresStore store = door.open("ada", SECRET)) {
            once = people(store).add(new Person("ada", Set.of(Role.ADMINISTRATOR), false), name, roles, cleared);
        }
        try (PostgresStore store = door.open(name, once)) {
            var unused = people(store).changeOwnPassword(name, once, SECRET);
        }
    }

    private static StoredPeople people(PostgresStore store) {
        var clock = InstantSource.system();
        return new StoredPeople(store, new StoredEventLog(store, clock), new ServerPasswords(store, clock));
    }
}
