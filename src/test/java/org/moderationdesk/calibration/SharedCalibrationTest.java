package org.moderationdesk.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.StoredPeople;

/** What the server shows of a session, and lets be done to it, over a connection of somebody's own. */
@OnPostgres
class SharedCalibrationTest {
    private static final String NAME = "calibrated";
    private static final String SECRET = "a long password of a test";
    private static final String NOW = "(extract(epoch from now()) * 1000)::bigint";
    private static final Person ANNA = new Person("antje", Set.of(Role.REVIEWER), false);
    private static final Person CARA = new Person("carla", Set.of(Role.REVIEWER), false);
    private static final Person BRAM = new Person("boris", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);
    private static final Person DIRK = new Person("dolf", Set.of(Role.REVIEWER), true);
    private static final RightAnswer REMOVED =
            new RightAnswer(Outcome.REMOVE, List.of(new ClauseCode("5.3.1")), null, null);

    private static PostgresServer server;
    private static SharedStoreDoor door;

    @BeforeAll
    static void prepare() throws Exception {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        try (ReviewDesk owner = desk(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            owner.flag("v-1", "5.3");
            owner.flag("v-2", "5.3");
            people(owner.store())
                    .first(Person.alone(PostgresServer.ADMIN), "agnes", Set.of(Role.ADMINISTRATOR), false, SECRET);
        }
        try (PostgresStore store = door.open("agnes", SECRET)) {
            var people = new StoredPeople(
                    store,
                    new StoredEventLog(store, InstantSource.system()),
                    new ServerPasswords(store, InstantSource.system()));
            for (Person person : List.of(ANNA, BRAM, CARA, DIRK)) {
                String once = people.add(
                        new Person("agnes", Set.of(Role.ADMINISTRATOR), false),
                        person.name(),
                        person.roles(),
                        person.childSafety());
                try (PostgresStore own = door.open(person.name(), once)) {
                    var theirs = new StoredPeople(
                            own,
                            new StoredEventLog(own, InstantSource.system()),
                            new ServerPasswords(own, InstantSource.system()));
                    assertThat(theirs.changeOwnPassword(person.name(), once, SECRET))
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void answersAreSeenByNobodyElseUntilTheSessionIsClosedAndActsAreThoseOfTheirPeople() throws Exception {
        try (ReviewDesk annas = desk("antje", SECRET);
                ReviewDesk brams = desk("boris", SECRET);
                ReviewDesk caras = desk("carla", SECRET);
                ReviewDesk dirks = desk("dolf", SECRET)) {
            String decision = decided(dirks, "v-1");
            Session session = calibration(brams)
                    .begin(
                            BRAM,
                            new NewSession(
                                    "Knife tricks",
                                    List.of(new Disputed(decision, CaseSource.ADDED)),
                                    List.of("antje", "carla"),
                                    InstantSource.system().instant().plus(Duration.ofDays(1))));
            calibration(annas).answer(ANNA, session.id(), 1, Proposed.removal("v-1"), 1);

            assertThat(votes("antje")).isEqualTo(1);
            assertThat(votes("carla")).isZero();
            assertThat(votes("boris")).isZero();
            assertThat(words("carla")).isZero();
            assertThat(through("carla", session.id())).isEmpty();

            server.execute(NAME, "alter table calibration_vote disable row level security");
            assertThat(votes("carla")).as("a planted fault").isEqualTo(1);
            server.execute(NAME, "alter table calibration_vote disable trigger guard");
            assertThat(through("carla", session.id())).as("a planted fault").isNotEmpty();
            server.execute(
                    NAME,
                    "alter table calibration_vote enable trigger guard",
                    "alter table calibration_vote enable row level security");

            calibration(caras).answer(CARA, session.id(), 1, CalibrationDesk.exception("v-1"), 1);
            calibration(brams).close(BRAM, session.id());

            assertThat(calibration(annas).answers(ANNA, session.id(), 1)).hasSize(2);
            assertThat(calibration(annas).remark(ANNA, session.id(), 1, "He says so"))
                    .hasSize(1);
            assertThat(refused("antje", ruling(session.id(), decision, "antje")))
                    .isTrue();
            assertThat(refused("boris", ruling(session.id(), decision, "antje")))
                    .isTrue();
            assertThat(refused("boris", ruling(session.id(), decision, "boris")))
                    .isFalse();
            assertThat(refused("boris", """
                insert into calibration_answer (session_id, position, seat, item_id, outcome, at, active_ms, body, words,
                    event_seq)
                values ('%s', 1, 3, 'v-1', 'REMOVE', 1, 1, '{}', '', 1)
                """.formatted(session.id())))
                    .as("an answer that nobody gave")
                    .isTrue();
            new Rulings(brams.store(), brams.log(), rooms(brams))
                    .rule(BRAM, session.id(), 1, REMOVED, Reason.in(Language.EN, "No safety steps at all."));
            assertThat(refused("antje", "update ruling set state = 'WITHDRAWN', withdrawn_by = 'antje'"))
                    .isTrue();
            assertThat(dirks.verify().intact()).isTrue();
        }
    }

    /** What somebody could do to an open session who must not. */
    private static List<String> through(String login, String session) {
        var tries = new LinkedHashMap<String, String>();
        String vote = "insert into calibration_vote values ('%s', %d, '%s', 'v-1', 1, 1, 'x', '{}', '[]')";
        tries.put("answer for somebody else", vote.formatted(session, 1, "dolf"));
        tries.put("answer a case that is not there", vote.formatted(session, 7, login));
        tries.put("take answers away", "delete from calibration_vote");
        tries.put("alter an answer", "update calibration_vote set body = '{}'");
        tries.put("close it", "update calibration_session set state = 'CLOSED'");
        tries.put("show names", "update calibration_session set names_shown = true");
        tries.put("ask somebody", "insert into calibration_seat values ('%s', 9, 'dolf', 1)".formatted(session));
        tries.put(
                "say something already",
                "insert into calibration_remark values ('x', '%s', 1, 'v-1', '%s', 1, 'x', 1)"
                        .formatted(session, login));
        List<String> through = new ArrayList<>();
        tries.forEach((name, sql) -> {
            if (!refused(login, sql)) {
                through.add(name);
            }
        });
        return through;
    }

    private static String ruling(String session, String decision, String by) {
        return """
            insert into ruling (id, session_id, position, decision_id, item_id, child_safety, edition, section, clauses,
                outcome, language, reason, ruled_by, ruled_at, state, event_seq)
            values ('x', '%s', 1, '%s', 'v-1', false, '2020-12', '5.3', '5.3.1', 'REMOVE', 'en', 'x', '%s', %s,
                'IN_FORCE', 1)
            """.formatted(session, decision, by, NOW);
    }

    private static String decided(ReviewDesk desk, String item) {
        Opened opened = desk.open(item, DIRK);
        assertThat(desk.review().submit(opened, Proposed.removal(item), 0)).isInstanceOf(Submitted.Accepted.class);
        return opened.decisionId();
    }

    private static Calibration calibration(ReviewDesk desk) {
        return new Calibration(desk.store(), desk.log(), rooms(desk));
    }

    private static CalibrationRooms rooms(ReviewDesk desk) {
        return new CalibrationRooms(
                desk.decisions(),
                new Rules(CalibrationDesk.BOOK),
                CalibrationDesk.blind(desk, people(desk.store()), InstantSource.system()),
                null);
    }

    private static long votes(String login) throws SQLException {
        return number(login, "select count(*) from calibration_vote where person = 'antje'");
    }

    /** Of the answer's free text nothing is beside the log while the session is open. */
    private static long words(String login) throws SQLException {
        return number(
                login,
                "select count(*) from personal_text t join event e on e.seq = t.event_seq"
                        + " where e.kind = 'CALIBRATION_ANSWERED'");
    }

    private static long number(String login, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SECRET);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Refused for want of a right; whatever gets through is taken back. */
    private static boolean refused(String login, String sql) {
        return server.refuses(NAME, login, SECRET, sql);
    }

    private static StoredPeople people(Store store) {
        return new StoredPeople(
                store,
                new StoredEventLog(store, InstantSource.system()),
                new ServerPasswords((PostgresStore) store, InstantSource.system()));
    }

    private static ReviewDesk desk(String login, String password) throws Exception {
        return new ReviewDesk(door.open(login, password), InstantSource.system());
    }
}
