package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.Rerouting;
import org.moderationdesk.routing.Criteria;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.Plans;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.staff.PeopleRefused;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.SignedIn;
import org.moderationdesk.staff.StoredPeople;

/** What a reviewer can do with a connection of their own, past the desk: nothing that the desk would refuse. */
@OnPostgres
class SharedRightsTest {
    private static final String NAME = "rights";
    private static final String SECRET = "a long password of a test";
    private static final Person ANNA = new Person("anna", Set.of(Role.REVIEWER), false);
    private static final Person BRAM = new Person("bram", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);
    private static final Person TESS = new Person("tess", Set.of(Role.TRAINER), true);
    private static final String NOW = "(extract(epoch from now()) * 1000)::bigint";

    private static PostgresServer server;
    private static SharedStoreDoor door;

    private ReviewDesk annas;
    private ReviewDesk brams;
    private ReviewDesk owners;

    @BeforeAll
    static void prepare() throws Exception {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        try (ReviewDesk owner = desk(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            addPeople();
            for (int i = 0; i < 12; i++) {
                owner.flag("v" + i, "5.3");
            }
            owner.flag("sealed", "8.1");
        }
    }

    @BeforeEach
    void open() throws Exception {
        annas = desk("anna", SECRET);
        brams = desk("bram", SECRET);
        owners = desk(PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }

    @AfterEach
    void close() {
        assertThat(owners.verify().intact()).isTrue();
        annas.close();
        brams.close();
        owners.close();
    }

    @Test
    void aReviewerWorksThroughTheDeskAsAtAnyOther() {
        Opened opened = annas.open("v0", ANNA);
        annas.review().saveDraft(opened, Proposed.withoutClause("v0"));
        long held = opened.row().id();
        assertThat(annas.review().bringDraft(held, ANNA, Proposed.removal("v0"), Instant.now()))
                .isTrue();
        assertThat(brams.review().bringDraft(held, BRAM, Proposed.removal("v0"), Instant.now()))
                .isTrue();
        assertThat(brams.review().loadDraft(held, ANNA)).isEmpty();
        assertThat(annas.review().heartbeat(opened)).isPresent();
        assertThat(annas.review().submit(opened, Proposed.removal("v0"), 1_000)).isInstanceOf(Submitted.Accepted.class);
        assertThat(annas.review().undo(opened.decisionId(), ANNA).opened()).isNotNull();

        Opened skipped = annas.open("v1", ANNA);
        annas.review().skip(skipped, "not in a language that I read");
        Opened given = annas.open("v2", ANNA);
        annas.review().handOver(given, "bram", "please look at the caption");
        assertThat(brams.open("v2", BRAM).held().holder()).isEqualTo("bram");
    }

    @Test
    void aPersonWhoIsDisabledIsOutAtOnceAndALoginOfTheServersOwnIsNobodysToTake() throws Exception {
        server.execute("postgres", "create role elsewhere login password 'something'");
        try (PostgresStore store = door.open("alma", SECRET);
                PostgresStore theirs = door.open("tess", SECRET)) {
            StoredPeople people = people(store);
            Person alma = new Person("alma", Set.of(Role.ADMINISTRATOR), false);
            assertThatThrownBy(() -> people.add(alma, "elsewhere", Set.of(Role.REVIEWER), false))
                    .isInstanceOf(PeopleRefused.class);
            assertThat(people(theirs).all()).hasSize(4);

            people.setDisabled(alma, "tess", true);
            assertThatThrownBy(() -> people(theirs).all()).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> door.open("tess", SECRET))
                    .isInstanceOfSatisfying(StoreRefused.class, refused -> assertThat(refused.reason())
                            .isInstanceOf(StoreRefused.NotAMember.class));
            people.setDisabled(alma, "tess", false);
            people.setRoles(alma, "tess", Set.of(Role.TRAINER, Role.REVIEWER));
            people.setRoles(alma, "tess", Set.of(Role.TRAINER));
        }
        door.open("tess", SECRET).close();
    }

    @Test
    void aBanWaitsForALeadWhoIsSomebodyElse() {
        Opened opened = annas.open("v3", ANNA);
        annas.review().submit(opened, Proposed.ban("v3"), 1_000);

        assertThat(refused("anna", "update decision set state = 'IN_EFFECT' where id = '" + opened.decisionId() + "'"))
                .isTrue();
        assertThat(brams.review().approve(opened.decisionId(), BRAM).line().id())
                .isEqualTo(opened.decisionId());
    }

    @Test
    void onlyALeadAnswersAndWhatTheySendBackWaitsForTheFirstPerson() {
        Opened opened = annas.open("v6", ANNA);
        annas.review().submit(opened, Proposed.ban("v6"), 1_000);
        String id = opened.decisionId();
        assertThat(refused("anna", """
            insert into approval (decision_id, item_id, first_person, second_person, verdict, at, child_safety, event_seq)
            values ('%s', 'v6', 'anna', 'anna', 'APPROVED', %s, false, 1)
            """.formatted(id, NOW))).isTrue();
        Opened read = brams.review().look("v6", BRAM).orElseThrow();
        brams.review().recordReading(read, new Look(0, LookForm.GREY, 1_000, null));

        brams.review().sendBack(id, BRAM, ANNA, "is the knife a real one?");

        Opened again = annas.open("v6", ANNA);
        assertThat(again.claim()).isNotNull();
        assertThat(again.returned()).isNotNull();
        assertThat(annas.decisions().approvals().answersTo(ANNA, Instant.EPOCH))
                .filteredOn(answer -> answer.itemId().equals("v6"))
                .hasSize(1);
    }

    @Test
    void aReviewerCannotAlterHistoryNorDecideACaseOfSomebodyElse() {
        Opened held = brams.open("v4", BRAM);

        assertThat(gotThrough(held)).isEmpty();
    }

    @Test
    void aGrantGivenBackIsNoticed() throws Exception {
        Opened held = brams.open("v5", BRAM);
        server.execute(NAME, "grant update, delete on event to rights_reviewer");
        assertThat(gotThrough(held)).containsExactly("alter an entry", "delete an entry");

        server.execute(NAME, "alter table event disable trigger guard", "alter table decision disable trigger guard");
        assertThat(gotThrough(held)).contains("an entry in another name", "decide a case of somebody else");

        server.execute(NAME, "alter table event enable trigger guard", "alter table decision enable trigger guard");
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        assertThat(gotThrough(held)).isEmpty();
    }

    @Test
    void sealedCasesAreNotThereForWhoHasNoClearance() throws Exception {
        assertThat(brams.queue().find(BRAM, "sealed")).isPresent();
        assertThat(seen("bram")).isEqualTo(seen(PostgresServer.ADMIN)).allSatisfy((_, rows) -> assertThat(rows)
                .isPositive());
        assertThat(seen("anna")).allSatisfy((_, rows) -> assertThat(rows).isZero());

        server.execute(NAME, "alter table report disable row level security");
        assertThat(seen("anna").get("report")).isPositive();
        server.execute(NAME, "alter table report enable row level security");
    }

    @Test
    void ofSomebodyElsesDayALeadLearnsTheShareAndAReviewerNothing() throws Exception {
        String looked = "insert into exposure values ('%s', 7, 0, 'COLOUR', 'HIGH', 1, 431000, 431000)";
        server.execute(NAME, looked.formatted("anna"), looked.formatted("bram"));

        assertThat(number("anna", "select desk_used('anna', 7)")).isEqualTo(431_000);
        assertThat(number("bram", "select desk_used('anna', 7)")).isEqualTo(420_000);
        assertThat(number("bram", "select count(*) from exposure where person = 'anna'"))
                .isZero();
        assertThat(refused("anna", "select desk_used('bram', 7)")).isTrue();
        String lift = "insert into gate_lift values ('%s', 7, '%s', 0, 'x', 1)";
        assertThat(refused("anna", lift.formatted("bram", "anna"))).isTrue();
        assertThat(refused("bram", lift.formatted("bram", "bram"))).isTrue();
        assertThat(refused("bram", lift.formatted("anna", "zoe"))).isTrue();
        assertThat(refused("bram", lift.formatted("anna", "bram"))).isFalse();
        server.execute(NAME, "delete from exposure");
    }

    @Test
    void rulesAreALeadsAndACaseOfAQueueIsItsMembers() throws Exception {
        var plans = new StoredPlans(brams.store(), brams.log());
        Plan before = plans.inForce(BRAM);
        NamedQueue closed = Plans.queue("closed", "bram");
        plans.save(
                BRAM,
                new Plan(
                        before.version(),
                        List.of(NamedQueue.open("general"), closed),
                        List.of(Plans.rule("all", Criteria.any(), "closed")),
                        "general"));
        long moved = new Rerouting(brams.store(), brams.log()).apply(BRAM, Progress.NONE);
        long number = brams.queue().find(BRAM, "v11").orElseThrow().id();

        assertThat(moved).isPositive();
        assertThat(annas.review().open("v11", ANNA).orElseThrow().readOnly())
                .isEqualTo(new ClaimRefused.NotForYou(ClaimRefused.Unfit.QUEUE));
        String take = "do $$ begin update open_case set state = 'LEASED', token = token + 1 where id = " + number
                + "; insert into lease (case_id, holder, token, started_at, ends_at, event_seq) select id, '%s',"
                + " token, "
                + NOW + ", " + NOW + " + 600000, 1 from open_case where id = " + number + "; end $$";
        assertThat(refused("anna", take.formatted("anna"))).isTrue();
        assertThat(refused("bram", take.formatted("bram"))).isFalse();
        String rules = "insert into routing_plan (version, body, event_seq) values (99, '{}', 1)";
        assertThat(refused("anna", rules)).isTrue();
        assertThat(refused("bram", "update routing_plan set body = '{}'")).isTrue();

        plans.save(
                BRAM,
                new Plan(plans.inForce(BRAM).version(), List.of(NamedQueue.open("general")), List.of(), "general"));
        assertThat(new Rerouting(brams.store(), brams.log()).apply(BRAM, Progress.NONE))
                .isEqualTo(moved);
    }

    private static long number(String login, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SECRET);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What a reviewer could do who must not. */
    private static List<String> gotThrough(Opened held) {
        long number = held.row().id();
        var tries = new LinkedHashMap<String, String>();
        tries.put("alter an entry", "update event set body = body where seq = 1");
        tries.put("delete an entry", "delete from event where seq = 1");
        tries.put("empty the log", "truncate event");
        tries.put("drop the log", "drop table event");
        tries.put("alter the log", "alter table event add column more int");
        tries.put("drop a trigger", "drop trigger guard on event");
        tries.put("turn triggers off", "alter table event disable trigger all");
        tries.put("turn triggers off in a session", "set session_replication_role = replica");
        tries.put("turn row security off", "alter table event disable row level security");
        tries.put(
                "another function",
                "create or replace function desk_bound() returns boolean language sql" + " as 'select false'");
        tries.put("a table of one's own", "create table lease_of_mine (id int)");
        tries.put("move the head", "update log_head set seq = 0");
        tries.put("an entry out of its chain", entry("'anna'", "'anna'", "'00'"));
        tries.put("an entry in another name", entry("'bram'", "'bram'", "h.hash"));
        tries.put("an entry with another body", entry("'anna'", "'bram'", "h.hash"));
        tries.put("take a lease", "update lease set holder = 'anna' where case_id = " + number);
        tries.put("end a lease", "delete from lease where case_id = " + number);
        tries.put("close a case", "update open_case set state = 'CLOSED' where id = " + number);
        tries.put("take a case", "update open_case set token = token + 1 where id = " + number);
        tries.put("decide a case of somebody else", decision(number, "anna"));
        tries.put("decide in another name", decision(number, "bram"));
        tries.put("bring an item in", "insert into item (id, kind, version, event_seq) values ('x', 'VIDEO', 1, 1)");
        tries.put("become the owner", "set role rights_owner");
        tries.put("become a lead", "grant rights_lead to anna");
        tries.put("give oneself a role", "update person set roles = 'ADMINISTRATOR' where name = 'anna'");
        tries.put("give oneself the clearance", "update person set child_safety = true where name = 'anna'");
        tries.put("say that somebody else looks", "insert into viewing values ('bram', 1, 1)");
        tries.put("add a person", "insert into person values ('x', 'x', 'REVIEWER', true, false, false, null, 1)");
        tries.put("another's password", "select desk_password('bram', 'SCRAM-SHA-256$x')");
        tries.put("another's login", "alter role bram password 'x'");
        tries.put("become an administrator", "alter role anna superuser");
        tries.put("read a file of the server", "select pg_read_file('PG_VERSION')");
        tries.put("run a program", "copy event to program 'cat'");
        List<String> through = new ArrayList<>();
        tries.forEach((name, sql) -> {
            if (!refused("anna", sql)) {
                through.add(name);
            }
        });
        return through;
    }

    private static String entry(String person, String by, String before) {
        String body = "'{\"at\":' || %s || ',\"by\":\"' || %s || '\",\"case\":null,\"facts\":{},\"item\":null,"
                + "\"kind\":\"SHOWN\",\"personal\":[],\"rows\":[],\"seq\":' || h.seq + 1 || '}'";
        String words = body.formatted(NOW, by);
        return "insert into event (seq, at, kind, person, body, hash) select h.seq + 1, " + NOW + ", 'SHOWN', " + person
                + ", " + words + ", encode(sha256(convert_to(" + before + " || " + words
                + ", 'UTF8')), 'hex') from log_head h where id = 1";
    }

    private static String decision(long number, String person) {
        return "insert into decision (id, case_id, item_id, item_version, edition, person, outcome, state, at,"
                + " release_at, active_ms, body, event_seq) select 'x', id, item_id, 1, edition, '" + person
                + "', 'REMOVE', 'IN_EFFECT', " + NOW + ", 0, 0, '{}', 1 from open_case where id = " + number;
    }

    /** Refused for want of a right; whatever gets through is taken back. */
    private static boolean refused(String login, String sql) {
        return server.refuses(NAME, login, SECRET, sql);
    }

    private static Map<String, Long> seen(String login) throws SQLException {
        var rows = new LinkedHashMap<String, Long>();
        String secret = login.equals(PostgresServer.ADMIN) ? PostgresServer.PASSWORD : SECRET;
        try (Connection connection = server.connect(NAME, login, secret);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("open_case", "item_version", "report", "event")) {
                try (ResultSet count =
                        statement.executeQuery("select count(*) from " + table + " where item_id = 'sealed'")) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    private static void addPeople() throws StoreRefused {
        Person owner = Person.alone(PostgresServer.ADMIN);
        try (PostgresStore store = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            StoredPeople people = people(store);
            people.first(owner, "alma", Set.of(Role.ADMINISTRATOR), false, SECRET);
        }
        try (PostgresStore store = door.open("alma", SECRET)) {
            StoredPeople people = people(store);
            Person alma = new Person("alma", Set.of(Role.ADMINISTRATOR), false);
            add(people, alma, ANNA);
            add(people, alma, BRAM);
            add(people, alma, TESS);
        }
    }

    private static void add(StoredPeople people, Person by, Person person) throws StoreRefused {
        String once = people.add(by, person.name(), person.roles(), person.childSafety());
        try (PostgresStore store = door.open(person.name(), once)) {
            StoredPeople own = people(store);
            assertThat(own.signedInAs(person.name())).contains(new SignedIn.In(person, true));
            assertThat(own.changeOwnPassword(person.name(), once, SECRET)).isEqualTo(new SignedIn.In(person, false));
            assertThat(own.signIn(person.name(), once)).isInstanceOf(SignedIn.Wrong.class);
            assertThat(own.onShift(person).isOnShift()).isTrue();
        }
    }

    private static StoredPeople people(PostgresStore store) {
        var clock = InstantSource.system();
        return new StoredPeople(store, new StoredEventLog(store, clock), new ServerPasswords(store, clock));
    }

    private static ReviewDesk desk(String login, String password) throws Exception {
        return new ReviewDesk(door.open(login, password), InstantSource.system());
    }
}
