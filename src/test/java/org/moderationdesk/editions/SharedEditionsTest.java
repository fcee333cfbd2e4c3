package org.moderationdesk.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;

/** What the server lets be done with editions over a connection of somebody's own. */
@OnPostgres
class SharedEditionsTest {
    private static final String NAME = "edited";
    private static final String NOW = "(extract(epoch from now()) * 1000)::bigint";
    private static final Person EVERT = new Person("evert", Set.of(Role.REVIEWER), false);
    private static final Person ELKE = new Person("elke", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);
    private static final Person EDDA = new Person("edda", Set.of(Role.ADMINISTRATOR), false);

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
        }
        SharedPeople.add(door, EDDA, EVERT, ELKE);
    }

    @Test
    void editionsComeFromThoseWhoMayAndWhoMustReadThemTakesNoCaseBefore() throws Exception {
        try (ReviewDesk eddas = desk(EDDA.name(), SharedPeople.SECRET);
                ReviewDesk everts = desk(EVERT.name(), SharedPeople.SECRET);
                ReviewDesk elkes = desk(ELKE.name(), SharedPeople.SECRET)) {
            Opened opened = elkes.open("v-2", ELKE);
            assertThat(elkes.review().submit(opened, EditionsDesk.removal("v-2", "5.3.3"), 0))
                    .isInstanceOf(Submitted.Accepted.class);
            Edition example =
                    editions(eddas).bringIn(EDDA, ExampleEdition.files(), null).edition();

            assertThat(through(EVERT.name())).isEmpty();
            assertThat(refused(EVERT.name(), claim(EVERT.name()))).isFalse();
            readers(elkes).mustRead(ELKE, true);
            assertThat(refused(EVERT.name(), claim(EVERT.name())))
                    .as("before it is read")
                    .isTrue();
            readers(everts).read(EVERT, example);
            assertThat(refused(EVERT.name(), claim(EVERT.name()))).isFalse();
            assertThat(readers(elkes).of(ELKE, example, SharedPeople.of((PostgresStore) elkes.store())))
                    .extracting(Readers.Reader::name)
                    .containsExactly("elke", "evert");

            Shelf shelf = editions(elkes).shelf();
            var reReviews = new ReReviews(
                    elkes.store(),
                    elkes.log(),
                    new TouchedDecisions(elkes.store()),
                    new Requests(
                            elkes.log(), new StoredItems(elkes.store(), StoredQueue::openCases), EditionsDesk.SHIPPED));
            ReReview made = reReviews.open(
                    ELKE,
                    shelf,
                    new NewReReview(
                            shelf.find("2026-12").orElseThrow(),
                            Set.of(new ClauseCode("5.3.3")),
                            0,
                            1,
                            "The rule on stunts reads otherwise.",
                            14),
                    Progress.NONE);
            assertThat(reReviews.ask(ELKE, made.id(), Progress.NONE)).isEqualTo(1);

            // What was answered first is not for who reviews it blind.
            assertThat(number(EVERT.name(), "select count(*) from re_review")).isZero();
            assertThat(number(EVERT.name(), "select count(*) from re_review_case"))
                    .isZero();
            assertThat(number(ELKE.name(), "select count(*) from re_review_case"))
                    .isEqualTo(1);
            server.execute(NAME, "alter table re_review_case disable row level security");
            assertThat(number(EVERT.name(), "select count(*) from re_review_case"))
                    .as("a planted fault")
                    .isEqualTo(1);
            server.execute(NAME, "alter table re_review_case enable row level security");
            server.execute(NAME, "alter table edition_read disable trigger guard");
            assertThat(through(EVERT.name())).as("a planted fault").containsExactly("have somebody else read it");
            server.execute(NAME, "alter table edition_read enable trigger guard");
            assertThat(elkes.verify().intact()).isTrue();
        }
    }

    /** What a reviewer could do to editions who must not. */
    private static List<String> through(String login) {
        var tries = new LinkedHashMap<String, String>();
        tries.put(
                "bring one in",
                "insert into edition values ('2031-01', 1, " + NOW
                        + " + 100000, repeat('0', 64), '{}', '{}', '{}', 1)");
        tries.put("alter one", "update edition set en = '{}'");
        tries.put(
                "withdraw one",
                "insert into edition values ('2031-02', 1, 253402214400000, repeat('0', 64), '{}', '{}', '{}', 1)");
        tries.put("take one away", "delete from edition");
        tries.put(
                "have somebody else read it", "insert into edition_read values ('elke', '2026-12', 1, " + NOW + ", 1)");
        tries.put("take a reading back", "delete from edition_read");
        tries.put("set the duty", "insert into edition_duty values (1, false, 1)");
        tries.put(
                "have decisions reviewed again",
                "insert into re_review values ('x', '2026-12', '5.3.3', 1, 1, 1, 'x', 14, '" + login + "', " + NOW
                        + ", 1)");
        var through = new ArrayList<String>();
        tries.forEach((name, sql) -> {
            if (!refused(login, sql)) {
                through.add(name);
            }
        });
        return through;
    }

    /** Takes the case that waits, as the desk does. */
    private static String claim(String login) {
        return """
            with taken as (update open_case set state = 'LEASED', token = token + 1 where item_id = 'v-1' returning id, token)
            select 1 from taken;
            insert into lease (case_id, holder, token, started_at, ends_at, event_seq)
            select id, '%s', token, %s, %s + 60000, event_seq from open_case where item_id = 'v-1'
            """.formatted(login, NOW, NOW);
    }

    private static long number(String login, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SharedPeople.SECRET);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Refused for want of a right; whatever gets through is taken back. */
    private static boolean refused(String login, String sql) {
        return server.refuses(NAME, login, SharedPeople.SECRET, sql);
    }

    private static StoredEditions editions(ReviewDesk desk) {
        return new StoredEditions(desk.store(), desk.log(), InstantSource.system(), EditionsDesk.SHIPPED);
    }

    private static Readers readers(ReviewDesk desk) {
        return new Readers(desk.store(), desk.log(), InstantSource.system());
    }

    private static ReviewDesk desk(String login, String password) throws Exception {
        return new ReviewDesk(door.open(login, password), InstantSource.system());
    }
}
