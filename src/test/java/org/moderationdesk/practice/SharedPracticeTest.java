package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.RunsTest.refused;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;
import org.moderationdesk.wellbeing.Wellbeing;

/** What who practises can do with a connection of their own, past the desk: learn no key before the answer is in. */
@OnPostgres
class SharedPracticeTest {
    private static final String NAME = "practice_rights";
    private static final Person PIA = new Person("pia", Set.of(Role.REVIEWER), false);
    private static final Person PIM = new Person("pim", Set.of(Role.REVIEWER), false);
    private static final Person TINA = new Person("tina", Set.of(Role.TRAINER), false);
    private static final Person TIES = new Person("ties", Set.of(Role.TRAINER), false);
    private static final Rules RULES = new Rules(PracticeDesk.BOOK);

    private static PostgresServer server;
    private static SharedStoreDoor door;
    private static final List<PostgresStore> STORES = new ArrayList<>();
    private static Practice tinas;
    private static Practice pias;
    private static Practice pims;
    private static String set;

    @BeforeAll
    static void prepare() throws StoreRefused {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        SharedPeople.add(
                door,
                new Person("anouk", Set.of(Role.ADMINISTRATOR), false),
                new Person("adri", Set.of(Role.ADMINISTRATOR), true),
                PIA,
                PIM,
                TINA,
                TIES);
        tinas = practice(TINA);
        pias = practice(PIA);
        pims = practice(PIM);
        PracticeSet made = tinas.sets()
                .make(
                        TINA,
                        PracticeDesk.terms("Knives"),
                        Changes.ofItems(
                                List.of(PracticeDesk.put("P-1", "5.3"), PracticeDesk.put("P-2", "5.3")),
                                List.of(
                                        PracticeDesk.line("P-1", PracticeDesk.removed("P-1")),
                                        PracticeDesk.line("P-2", PracticeDesk.allowed("P-2")))));
        set = tinas.sets().publish(TINA, made.id()).id();
    }

    @AfterAll
    static void close() {
        STORES.forEach(PostgresStore::close);
    }

    private static Practice practice(Person person) throws StoreRefused {
        PostgresStore store = door.open(person.name(), SharedPeople.SECRET, 2);
        STORES.add(store);
        var clock = InstantSource.system();
        var log = new StoredEventLog(store, clock);
        var items = new StoredItems(store, StoredQueue::openCases);
        var wellbeing = new Wellbeing(store, clock, ZoneOffset.UTC, WellbeingSettings::defaults);
        return new Practice(
                store,
                clock,
                new PracticeRooms(RULES, items, wellbeing, new OutcomesOnly()),
                new Practice.Real(
                        new StoredDecisions(store, RULES, DecisionSettings::defaults),
                        SharedPeople.of(store),
                        new StoredPlans(store, log)));
    }

    @Test
    void aTraineeWorksThroughTheDeskAsAtAnyOtherAndLearnsTheKeyOnceTheAnswerIsIn() throws SQLException {
        Assignment asked = tinas.assignments()
                .assign(
                        TINA,
                        set,
                        new Whom.Named(List.of("pia")),
                        new AssignmentTerms(null, 0, false, true, Feedback.AT_ONCE));
        Run run = pias.runs().start(PIA, set, asked.id());

        assertThat(number("pia", "select count(*) from practice.item_key")).isZero();
        assertThat(number("pia", keys(run))).isZero();
        refused(Why.KEY_NOT_YET, () -> pias.results().feedback(PIA, run.id(), "P-1"));
        Run _ = pias.practising().answer(PIA, run.id(), Proposed.removal("P-1"), 1);
        assertThat(number("pia", keys(run))).isEqualTo(1);
        assertThat(number("pim", keys(run))).isZero();
        assertThat(pias.results().feedback(PIA, run.id(), "P-1").key().accepted())
                .hasSize(1);
        Run _ = pias.practising().answer(PIA, run.id(), Proposed.removal("P-2"), 1);
        Run over = pias.practising().finish(PIA, run.id(), false);
        assertThat(over.score()).isEqualTo(new Score(5_000, 1, 2, 0, false));

        Dispute one = pias.disputes().question(PIA, run.id(), "P-2", "The knife is there to be seen.");
        assertThat(tinas.disputes().change(TINA, one.id(), PracticeDesk.removed("P-2"), "It is there indeed, at 0:12."))
                .hasSize(1);
        assertThat(pias.runs().find(PIA, run.id()).score()).isEqualTo(new Score(10_000, 2, 2, 0, true));
        assertThat(pias.disputes().rescored(PIA, Instant.EPOCH)).hasSize(1);
        Run tinasRun = gone(tinas, TINA, set, List.of("P-1"));
        Dispute own = tinas.disputes().question(TINA, tinasRun.id(), "P-1", "The knife is there to be seen.");
        assertThat(changed(
                        "tina",
                        "update practice.dispute set state = 'KEPT', ruled_by = 'tina', ruled_at = 1, ruling ="
                                + " 'because' where id = '" + own.id() + "'"))
                .as("of her own question")
                .isZero();
        var wanted = new Certification("shared", Told.both("A", "B"), List.of(set), 90, 30, false);
        Certification _ = tinas.certifying().put(TINA, wanted);
        Certificate given = tinas.certifying().certify(TINA, "pia", "shared");
        assertThat(pias.certifying().own(PIA)).containsExactly(given);
        assertThat(pims.certifying().own(PIM)).isEmpty();
        // What is over stays what it was, whatever its owner says.
        assertThat(refuses(
                        "pia",
                        "update practice.run set hundredths = 10000, passed = true where id = '" + run.id() + "'"))
                .isTrue();
        assertThat(number("pim", "select count(*) from practice.run where person <> 'pim'"))
                .isZero();
        assertThat(number("pim", "select count(*) from practice.run_answer")).isZero();
        assertThat(number("tina", "select count(*) from practice.run_answer where run_id = '" + run.id() + "'"))
                .isEqualTo(2);
    }

    @Test
    void mediansAreToldOfThreePeopleAndNobodysRunsAndANoteIsSeenByWhoItIsFor() throws SQLException, StoreRefused {
        PracticeSet own = tinas.sets()
                .make(
                        TINA,
                        PracticeDesk.terms("Medians"),
                        Changes.ofItems(
                                List.of(PracticeDesk.put("M-1", "5.3"), PracticeDesk.put("M-2", "5.3")),
                                List.of(
                                        PracticeDesk.line("M-1", PracticeDesk.removed("M-1")),
                                        PracticeDesk.line("M-2", PracticeDesk.allowed("M-2")))));
        String id = tinas.sets().publish(TINA, own.id()).id();
        Run pimsRun = gone(pims, PIM, id, List.of());
        Run _ = gone(pias, PIA, id, List.of("M-1"));
        assertThat(pims.medians().of(PIM, id)).as("of two people").isEmpty();
        Run _ = gone(practice(TIES), TIES, id, List.of("M-1"));
        assertThat(pims.medians().of(PIM, id)).isEqualTo(Map.of(1, 5_000.0));
        assertThat(number("pim", "select count(*) from practice.run where set_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(number("anouk", "select count(*) from practice.medians('" + id + "')"))
                .as("who neither practises nor trains")
                .isZero();

        TrainerNote note = tinas.notes().send(TINA, pimsRun.id(), "Look at the signs first.");
        assertThat(pims.notes().ofRun(PIM, pimsRun.id())).containsExactly(note);
        assertThat(number("pia", "select count(*) from practice.note")).isZero();
        String insert = "insert into practice.note (id, run_id, person, by_whom, at, words) values ('%s', '"
                + pimsRun.id() + "', '%s', '%s', 0, 'x')";
        assertThat(refuses("pim", String.format(insert, "n1", "pim", "pim"))).isTrue();
        assertThat(refuses("tina", String.format(insert, "n2", "pim", "ties"))).isTrue();
        assertThat(refuses("tina", String.format(insert, "n3", "pia", "tina"))).isTrue();
        String ofItem = "insert into practice.note (id, run_id, item_id, person, by_whom, at, words) values ('%s', '"
                + pimsRun.id() + "', '%s', 'pim', 'tina', 0, 'x')";
        assertThat(refuses("tina", String.format(ofItem, "n4", "no-such"))).isTrue();
        assertThat(changed("tina", String.format(ofItem, "n5", "M-1"))).isEqualTo(1);
        assertThat(refuses("tina", "update practice.note set words = 'y'")).isTrue();
        assertThat(refuses("tina", "delete from practice.note")).isTrue();
    }

    private static Run gone(Practice practice, Person person, String id, List<String> removed) {
        Run run = practice.runs().start(person, id, null);
        for (String item : removed) {
            Run _ = practice.practising().answer(person, run.id(), Proposed.removal(item), 1);
        }
        return practice.practising().finish(person, run.id(), true);
    }

    private static String keys(Run run) {
        return "select count(*) from practice.keys_shown('" + run.id() + "', '', '')";
    }

    @Test
    void pastTheDeskNothingCanBeDoneThatTheDeskWouldRefuse() throws SQLException {
        Run run = pims.runs().start(PIM, set, null);

        // Ending a run without answers shows no key.
        assertThat(pims.practising().finish(PIM, run.id(), true).score()).isEqualTo(new Score(0, 0, 2, 0, false));
        assertThat(number("pim", keys(run))).isZero();
        for (String sql : List.of(
                "insert into practice.run_answer (run_id, item_id, at, active_ms, body) values ('" + run.id()
                        + "', 'P-1', 0, 0, '{}')",
                "update practice.run set state = 'RUNNING' where id = '" + run.id() + "'",
                "update practice.run set person = 'pia' where id = '" + run.id() + "'",
                "delete from practice.run where id = '" + run.id() + "'",
                "update practice.run_answer set body = null",
                "delete from practice.run_answer",
                "truncate practice.run_answer",
                "insert into practice.item_key (set_id, item_id, since, until, body, written_by, written_at) values ('"
                        + set + "', 'P-1', 9, 99, '{}', 'pim', 0)",
                "insert into practice.certificate (id, certification, person, from_at, until_at, runs, given_by) values"
                        + " ('c', 'shared', 'pim', 0, 9999999999999, '', 'pim')",
                "insert into practice.rescored (run_id, version, person, set_id, item_id, at, by_whom, why, was,"
                        + " passed, becomes, passes) values ('" + run.id()
                        + "', 1, 'pim', '', '', 0, '', '', 0, true, 0, true)",
                "insert into practice.journal (at, person, act, subject, facts) values (0, 'tina', 'X', '', '{}')",
                "select practice.erase_copies('P-1')",
                "select practice.let_go('P-1')",
                "alter table practice.item_key disable row level security",
                "drop trigger guard on practice.run",
                "insert into practice.run (id, set_id, version, person, attempt, state, seed, time_shown, feedback,"
                        + " started_at, paused_ms, items, answered) values ('r', '" + set
                        + "', 1, 'pia', 99, 'RUNNING', 0, true, 'AT_ONCE', 0, 0, 2, 0)")) {
            assertThat(refuses("pim", sql)).as(sql).isTrue();
        }
        assertThat(refuses(
                        "tina",
                        "insert into practice.certificate (id, certification, person, from_at, until_at, runs,"
                                + " given_by) values ('c', 'shared', 'tina', 0, 9999999999999, '', 'tina')"))
                .isTrue();
        for (String hidden : List.of("item_key", "key_agreed", "item_source", "set_secret", "journal")) {
            assertThat(number("pim", "select count(*) from practice." + hidden))
                    .as(hidden)
                    .isZero();
        }
        assertThat(number("tina", "select count(*) from practice.item_key")).isPositive();
    }

    @Test
    void aDraftIsTheTrainersAlone() throws SQLException, StoreRefused {
        PracticeSet made = tinas.sets()
                .make(
                        TINA,
                        PracticeDesk.terms("Later"),
                        Changes.ofItems(List.of(PracticeDesk.put("P-1", "5.3")), List.of()));

        assertThat(number("pim", "select count(*) from practice.set_item where set_id = '" + made.id() + "'"))
                .isZero();
        assertThat(practice(TIES).sets().find(TIES, made.id()).newest().items()).isEqualTo(1);
        var asTrainer = new Person("pim", Set.of(Role.TRAINER), false);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> pims.sets().make(asTrainer, PracticeDesk.terms("Mine"), Changes.without(Set.of())))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void whichCasesAreHiddenTestsIsToldToWhoTrainsAloneByTheServerItself() throws SQLException {
        String insert = "insert into practice.hidden_test (item_id, queue, set_id, version, practice_item, placed_by,"
                + " placed_at) values ('%s', 'general', '" + set + "', 1, '%s', 'tina', 0)";
        int _ = changed("tina", String.format(insert, "V-1", "P-1"));
        int _ = changed(
                "tina",
                "insert into practice.hidden_share (queue, one_in, sets, seed, seen, set_by, set_at) values"
                        + " ('general', 5, '" + set + "', 'ab', 0, 'tina', 0)");
        int _ = changed("tina", "insert into practice.hidden_dropped (decision_id, at) values ('d-1', 0)");

        for (String table : List.of("hidden_test", "hidden_share", "hidden_dropped", "left_out")) {
            assertThat(number("pim", "select count(*) from practice." + table))
                    .as(table)
                    .isZero();
        }
        for (String sql : List.of(
                String.format(insert, "V-1", "P-1"),
                String.format(insert, "V-2", "P-2"),
                "truncate practice.hidden_test",
                "insert into practice.left_out (item_id) values ('V-3')",
                "create or replace view practice.left_out as select item_id from practice.hidden_test",
                "alter table practice.hidden_test disable row level security")) {
            assertThat(refuses("pim", sql)).as(sql).isTrue();
        }
        assertThat(changed("pim", "update practice.hidden_share set one_in = 0"))
                .isZero();
        assertThat(changed("pim", "delete from practice.hidden_test")).isZero();
        assertThat(number("tina", "select count(*) from practice.hidden_test")).isEqualTo(1);
        assertThat(number("ties", "select count(*) from practice.left_out")).isEqualTo(1);
        // An administrator's exports leave out what an administrator may not read.
        assertThat(number("anouk", "select count(*) from practice.left_out")).isEqualTo(1);
        assertThat(number("anouk", "select count(*) from practice.hidden_test")).isZero();
    }

    @Test
    void whoTrainsKeepsTheFilesOfASetAndWhoReviewsBringsNoneIn() throws SQLException {
        String insert = "insert into media_key (sha256, secret, bytes) values ('" + "a".repeat(63) + "%s', '"
                + "b".repeat(64) + "', 1)";
        assertThat(changed("tina", String.format(insert, "1"))).isEqualTo(1);
        assertThat(refuses("pim", String.format(insert, "2"))).isTrue();
        assertThat(refuses("tina", "update media_key set bytes = 2")).isTrue();
        assertThat(refuses("tina", "delete from media_key where bytes = 1")).isTrue();

        server.execute(NAME, "drop policy kept on media_key");
        try {
            assertThat(refuses("pim", String.format(insert, "2")))
                    .as("a policy too few")
                    .isFalse();
        } finally {
            server.execute(
                    NAME,
                    "create policy kept on media_key as restrictive for insert"
                            + " with check (desk_is('practice_rights_intake') or practice.trains())");
        }
    }

    /** Who erases practises nothing, and has to let go of what is practised on. */
    @Test
    void whoErasesLetsGoOfCopiesAndNamesAndNobodyElseDoes() throws SQLException {
        for (String sql : List.of(
                "select practice.erase_copies('nothing')",
                "select practice.erase_names(array['nobody-of-this-name'])")) {
            assertThat(number("adri", sql)).isZero();
            assertThat(refuses("anouk", sql)).as("not cleared").isTrue();
            assertThat(refuses("pim", sql)).isTrue();
        }
        assertThat(refuses("adri", "select practice.without_names(array['x'])")).isTrue();
        assertThat(number("adri", "select count(*) from practice.notes_about('nothing')"))
                .isZero();
    }

    /** Whether the server refuses, or changes nothing because the row is not there for this person. */
    private static boolean refuses(String login, String sql) {
        return server.refuses(NAME, login, SharedPeople.SECRET, sql);
    }

    /** How many rows a statement changes that the server does not refuse. */
    private static int changed(String login, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SharedPeople.SECRET);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static long number(String login, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SharedPeople.SECRET);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
