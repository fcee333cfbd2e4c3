package org.moderationdesk.quality;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.quality.SamplingPlan.NewReviewers;
import org.moderationdesk.quality.SamplingPlan.Risk;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.search.ServerTextSearch;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.StoredPeople;

/** What the server shows whoever holds a second review, over a connection of their own, and lets them do to it. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedBlindTest {
    private static final String NAME = "blind";
    private static final String SECRET = "a long password of a test";
    private static final String ITEM = "v-blind-1";
    private static final String WORDS = "zebra crossing at noon";
    private static final long ACTIVE = 61_007;
    private static final Person FIRST = new Person("fenna", Set.of(Role.REVIEWER), false);
    /** May know as much as anybody can: what is hidden from them is hidden because they review it. */
    private static final Person SECOND = new Person("sjoerd", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);

    private static final Person PLAIN = new Person("pleun", Set.of(Role.REVIEWER), false);
    private static final Person LEAD = new Person("leida", Set.of(Role.TEAM_LEAD), true);
    private static final Book BOOK = new BookReader().read("2020-12");

    private static PostgresServer server;
    private static SharedStoreDoor door;

    @BeforeAll
    static void prepare() throws Exception {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        try (ReviewDesk owner = desk(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            for (String item : List.of(ITEM, "v-blind-2", "v-blind-3")) {
                owner.flag(item, "5.3");
            }
            people(owner.store())
                    .first(Person.alone(PostgresServer.ADMIN), "alwin", Set.of(Role.ADMINISTRATOR), false, SECRET);
        }
        try (PostgresStore store = door.open("alwin", SECRET)) {
            for (Person person : List.of(FIRST, SECOND, PLAIN, LEAD)) {
                String once = people(store)
                        .add(
                                new Person("alwin", Set.of(Role.ADMINISTRATOR), false),
                                person.name(),
                                person.roles(),
                                person.childSafety());
                try (PostgresStore own = door.open(person.name(), once)) {
                    assertThat(people(own).changeOwnPassword(person.name(), once, SECRET))
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void nothingOfTheFirstAnswerIsInAnyTableUntilTheSecondIsRecorded() throws Exception {
        try (ReviewDesk firsts = desk(FIRST);
                ReviewDesk leads = desk(LEAD);
                ReviewDesk seconds = desk(SECOND);
                ReviewDesk plains = desk(PLAIN)) {
            String decision = decided(firsts, ITEM, ACTIVE);
            String review = requests(leads).ask(LEAD, decision, "for the trial of " + FIRST.name(), 5);
            assertThat(found("sjoerd", decision))
                    .as("what is not held yet can be read")
                    .isNotEmpty();

            assertThat(searched(seconds)).isEqualTo(1);
            Opened opened = seconds(seconds).takeNext(SECOND).orElseThrow();
            assertThat(searched(seconds)).as("by the words of the first answer").isZero();
            assertThatThrownBy(() -> custody(seconds).verify(Progress.NONE))
                    .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                            .isEqualTo(QualityRefused.Why.BLIND));
            seconds(seconds).saveDraft(opened, Proposed.removal(ITEM));
            assertThat(seconds(seconds).held(SECOND).orElseThrow().draft().rationale())
                    .isEqualTo(Proposed.removal(ITEM).rationale());
            seconds(seconds).looks().record(opened, new Look(0, LookForm.GREY, 1_500, null));

            assertThat(leaks(decision)).isEmpty();
            planted(decision);
            assertThat(through(review)).isEmpty();

            seconds(seconds).submit(opened, Proposed.of(ITEM, """
                "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION","rationale":"wooden props"
                """), 1_000);

            assertThat(custody(seconds).verify(Progress.NONE).intact()).isTrue();
            assertThat(state(review)).as("compared at once").isEqualTo("DIFFERS");
            assertThat(differences(leads).open(LEAD)).hasSize(1);
            differences(leads).resolve(LEAD, review, Differences.Verdict.KEPT, "the blade is real");
            assertThat(refused(
                            "sjoerd",
                            "update difference_resolution set verdict = 'UNDONE', person = 'sjoerd', at = at + 1"))
                    .as("what another lead resolved")
                    .isTrue();
            differences(leads).undo(LEAD, review);
            assertThat(state(review)).isEqualTo("DIFFERS");
            differences(leads).resolve(LEAD, review, Differences.Verdict.KEPT, "the blade is real");
            assertThat(replies(firsts).of(FIRST, Instant.EPOCH)).hasSize(1);
            assertThat(replies(firsts).reply(FIRST, review, "so I thought").replies())
                    .hasSize(1);

            agreeing(firsts, leads, plains);
            givenBack(decided(firsts, "v-blind-3", 7), leads, seconds, plains);
            assertThat(leads.verify().intact()).isTrue();
        }
    }

    /** By a plan, with a reviewer who is no lead as the second person. */
    private void agreeing(ReviewDesk firsts, ReviewDesk leads, ReviewDesk plains) throws SQLException {
        String decision = decided(firsts, "v-blind-2", 5);
        server.execute(NAME, "update decision set at = at - 600000, release_at = release_at - 600000");
        plans(leads)
                .save(
                        LEAD,
                        new SamplingPlan(0, 100, false, List.of(), new NewReviewers(0, 0, 0), new Risk(0, 0, 0), 5));
        Sampling.Pass pass = sampling(leads).pass(LEAD, Progress.NONE);
        server.execute(NAME, "update decision set at = at + 600000, release_at = release_at + 600000");
        assertThat(pass.drawn())
                .as("the one that was asked for before is drawn by the plan too")
                .isEqualTo(2);

        Opened opened = seconds(plains).takeNext(PLAIN).orElseThrow();
        assertThat(opened.row().itemId()).isIn(ITEM, "v-blind-2");
        String review = opened.decisionId();
        assertThat(refused("pleun", "update second_review set state = 'AGREED' where id = '" + review + "'"))
                .isTrue();
        seconds(plains).submit(opened, first(opened.row().itemId()), 1_000);

        assertThat(state(review)).isEqualTo("AGREED");
        assertThat(new QualityStates(leads.store()).of(LEAD, List.of(decision))).hasSize(1);
    }

    /** Who gave it back takes it again once the others were shown the case; these cannot. */
    private static void givenBack(String decision, ReviewDesk leads, ReviewDesk seconds, ReviewDesk plains)
            throws SQLException {
        String review = requests(leads).ask(LEAD, decision, "for the trial", 1);
        Opened opened = seconds(seconds).takeNext(SECOND).orElseThrow();
        assertThat(opened.decisionId()).isEqualTo(review);
        seconds(seconds).looks().record(opened, new Look(0, LookForm.GREY, 1_500, null));
        seconds(seconds).release(opened);
        assertThat(seconds(seconds).waiting(SECOND)).noneMatch(SecondReviews.Waiting::again);
        assertThat(plains.review().look("v-blind-3", PLAIN)).isPresent();
        assertThat(leads.review().look("v-blind-3", LEAD)).isPresent();

        assertThat(seconds(seconds).waiting(SECOND))
                .filteredOn(SecondReviews.Waiting::again)
                .extracting(SecondReviews.Waiting::id)
                .containsExactly(review);
        String take = "update second_review set state = 'TAKEN', second_person = '%s', ends_at = 0 where id = '%s'";
        assertThat(refused("pleun", take.formatted("pleun", review))).isTrue();
        assertThat(refused("sjoerd", take.formatted("sjoerd", review))).isFalse();
    }

    /** Which tables show their second reviewer something of the first answer. */
    private static List<String> leaks(String decision) throws SQLException {
        return found("sjoerd", decision);
    }

    /** The faults that the search for leaks must see. */
    private void planted(String decision) throws SQLException {
        server.execute(NAME, "alter table decision_answer disable row level security");
        assertThat(leaks(decision)).as("a query without the filter").contains("decision_answer");
        server.execute(NAME, "alter table decision_answer enable row level security");

        server.execute(
                NAME, "create view told as select item_id, body from event", "grant select on told to blind_reviewer");
        assertThat(leaks(decision)).as("an event's body with the name").contains("told");
        server.execute(NAME, "drop view told");

        server.execute(
                NAME,
                "alter table second_review add column took bigint",
                "alter table second_review disable trigger user",
                "update second_review set took = " + ACTIVE,
                "alter table second_review enable trigger user");
        assertThat(leaks(decision)).as("a column that tells a time").contains("second_review");
        server.execute(NAME, "alter table second_review drop column took");
        assertThat(leaks(decision)).isEmpty();
    }

    /** What the holder of a second review could do to it who must not. */
    private static List<String> through(String review) {
        var tries = new LinkedHashMap<String, String>();
        String where = " where id = '" + review + "'";
        tries.put("say that they agree", "update second_review set state = 'AGREED'" + where);
        tries.put("answer without an answer", "update second_review set state = 'ANSWERED'" + where);
        tries.put("try whether an answer agrees", "select desk_agrees('" + review + "')");
        tries.put("make the secret that lots are drawn by another", "update quality_key set secret = secret");
        var through = new ArrayList<String>();
        tries.forEach((name, sql) -> {
            if (!refused("sjoerd", sql)) {
                through.add(name);
            }
        });
        return through;
    }

    /**
     * Reads every table and view that this login may read, and names those with a row that holds the decision's id, its
     * words, how long it took or when it was made, or the first person's name in a row about the item.
     */
    private static List<String> found(String login, String decision) throws SQLException {
        Map<String, String> made = row(PostgresServer.ADMIN, PostgresServer.PASSWORD, """
            select at::text as at, event_seq::text as seq from decision where id = '%s'
            """.formatted(decision));
        var tables = new ArrayList<String>();
        for (String table : names(login)) {
            long rows =
                    number(login, """
                        select count(*)
                          from (select to_jsonb(t)::text as told from "%s" t) one
                         where told like '%%%s%%' or told like '%%%s%%' or told ~ '[^0-9]%d[^0-9]' or told like '%%%s%%'
                            or told like '%%%s%%' and told like '%%%s%%'
                        """.formatted(table, decision, WORDS, ACTIVE, made.get("at"), ITEM, FIRST.name()));
            if (rows > 0) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static List<String> names(String login) throws SQLException {
        var names = new ArrayList<String>();
        try (Connection connection = server.connect(NAME, login, SECRET);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                    select c.relname
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'public' and c.relkind in ('r', 'v', 'm', 'p')
                       and has_table_privilege(c.oid, 'select')
                     order by 1
                    """)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        assertThat(names).hasSizeGreaterThan(40);
        return names;
    }

    private static Map<String, String> row(String login, String secret, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, login, secret);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            var values = new LinkedHashMap<String, String>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnLabel(i), row.getString(i));
            }
            return values;
        }
    }

    private static long number(String login, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SECRET);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String state(String review) throws SQLException {
        return row(
                        PostgresServer.ADMIN,
                        PostgresServer.PASSWORD,
                        "select state from second_review where id = '" + review + "'")
                .get("state");
    }

    /** Refused for want of a right; whatever gets through is taken back. */
    private static boolean refused(String login, String sql) {
        return server.refuses(NAME, login, SECRET, sql);
    }

    private static Proposal first(String item) {
        return Proposed.of(item, """
            "answers":{"5.3.1":"YES"},"notes":{"5.3.1":"%s"},"outcome":"REMOVE","rationale":"%s"
            """.formatted(WORDS, WORDS));
    }

    private static String decided(ReviewDesk desk, String item, long active) {
        Opened opened = desk.open(item, FIRST);
        assertThat(desk.review().submit(opened, first(item), active)).isInstanceOf(Submitted.Accepted.class);
        return opened.decisionId();
    }

    private static long searched(ReviewDesk desk) {
        var search = new ServerTextSearch(desk.store(), new PersonSearches(desk.log(), InstantSource.system()));
        return search.find(SECOND, "zebra", 9) instanceof TextAnswer.Found found ? found.total() : -1;
    }

    private static Custody custody(ReviewDesk desk) {
        return new Custody(new Verifier(desk.store(), ReviewDesk.tables()), desk.log(), desk.store(), SECOND);
    }

    private static SecondReviews seconds(ReviewDesk desk) {
        return new SecondReviews(desk.store(), desk.log(), InstantSource.system(), rooms(desk));
    }

    private static Differences differences(ReviewDesk desk) {
        return new Differences(desk.store(), desk.log(), rooms(desk));
    }

    private static Replies replies(ReviewDesk desk) {
        return new Replies(desk.store(), desk.log(), rooms(desk));
    }

    private static SamplingPlans plans(ReviewDesk desk) {
        return new SamplingPlans(desk.store(), desk.log(), BOOK);
    }

    private static Sampling sampling(ReviewDesk desk) {
        return new Sampling(desk.store(), desk.log(), InstantSource.system(), rooms(desk));
    }

    private static Requests requests(ReviewDesk desk) {
        return new Requests(desk.log(), items(desk), BOOK);
    }

    private static QualityRooms rooms(ReviewDesk desk) {
        return new QualityRooms(items(desk), desk.decisions(), new Rules(BOOK), people(desk.store()), desk.wellbeing());
    }

    private static StoredItems items(ReviewDesk desk) {
        return new StoredItems(desk.store(), StoredQueue::openCases);
    }

    private static StoredPeople people(Store store) {
        return new StoredPeople(
                store,
                new StoredEventLog(store, InstantSource.system()),
                new ServerPasswords((PostgresStore) store, InstantSource.system()));
    }

    private static ReviewDesk desk(Person person) throws Exception {
        return desk(person.name(), SECRET);
    }

    private static ReviewDesk desk(String login, String password) throws Exception {
        return new ReviewDesk(door.open(login, password), InstantSource.system());
    }
}
