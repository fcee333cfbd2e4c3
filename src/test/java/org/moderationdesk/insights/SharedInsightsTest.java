package org.moderationdesk.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.quality.BlindPairs;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;
import org.moderationdesk.wellbeing.BudgetShare;
import org.moderationdesk.wellbeing.TeamBudgets;

/** What the server lets each read of figures, over a connection of their own: as much as the desk shows them. */
@OnPostgres
class SharedInsightsTest {
    private static final String NAME = "figures";
    private static final Book BOOK = new BookReader().read("2020-12");
    private static final Person FIRST = new Person("floor", Set.of(Role.REVIEWER), true);
    private static final Person SECOND = new Person("sem", Set.of(Role.REVIEWER), false);
    private static final Person LEAD = new Person("lubna", Set.of(Role.REVIEWER, Role.TEAM_LEAD), false);
    private static final Person ADMIN = new Person("agaat", Set.of(Role.ADMINISTRATOR), false);

    private static PostgresServer server;
    private static SharedStoreDoor door;

    @BeforeAll
    static void prepare() throws Exception {
        server = PostgresServer.shared();
        door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        try (ReviewDesk owner = desk(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            owner.flag("v-figure", "5.3");
            owner.flag("v-sealed", "8.4");
        }
        SharedPeople.add(door, ADMIN, FIRST, SECOND, LEAD);
    }

    @Test
    void anAdministratorReadsTheSameFiguresAsALeadButNoNameAndNoDisputedCase() throws Exception {
        String decision = reviewedTwice();
        try (ReviewDesk admins = desk(ADMIN.name(), SharedPeople.SECRET);
                ReviewDesk leads = desk(LEAD.name(), SharedPeople.SECRET);
                ReviewDesk seconds = desk(SECOND.name(), SharedPeople.SECRET)) {
            Insights read = reader(admins, ADMIN).read(Scope.WHOLE, Progress.NONE);
            Insights leadsRead = reader(leads, LEAD).read(Scope.WHOLE, Progress.NONE);

            assertThat(read.total())
                    .as("decisions, without that of child safety")
                    .isEqualTo(1)
                    .isEqualTo(leadsRead.total());
            assertThat(read.quality().measures().all().number()).isEqualTo(1);
            assertThat(read.quality().unclear())
                    .extracting(one -> one.clause().value())
                    .containsExactly("5.3.1");
            assertThat(read.quality().overturned().getLast().checked())
                    .isEqualTo(1)
                    .isEqualTo(leadsRead.quality().overturned().getLast().checked());
            assertThat(read.ages()).isEqualTo(leadsRead.ages());
            assertThat(read.exposure()).isEmpty();
            assertThat(read.quality().measures().byReviewers()).isEmpty();
            assertThat(leadsRead.exposure()).extracting(BudgetShare::person).contains(FIRST.name());
            assertThat(leadsRead.quality().measures().byReviewers()).hasSize(1);

            for (String table : List.of("quality_draw", "second_answer", "decision_quality")) {
                assertThat(rows(ADMIN, table))
                        .as("%s, by an administrator's own connection", table)
                        .isZero();
                assertThat(rows(LEAD, table)).as(table).isOne();
            }
            assertThat(figures(ADMIN))
                    .as("outcomes and answers, and of nobody by name")
                    .contains("REMOVE", "NO_VIOLATION", "5.3.1")
                    .doesNotContain(FIRST.name(), SECOND.name(), "v-figure", decision, "8.4");
            assertThat(server.refuses(
                            NAME,
                            SECOND.name(),
                            SharedPeople.SECRET,
                            "select * from desk_blind_pairs(0, 9999999999999)"))
                    .isTrue();
            assertThat(server.refuses(
                            NAME, SECOND.name(), SharedPeople.SECRET, "select * from desk_quality_states(0, 9)"))
                    .isTrue();

            assertThatThrownBy(() -> disputed(admins, ADMIN).of(new ClauseCode("5.3.1")))
                    .isInstanceOf(RightRefused.class);
            assertThat(disputed(leads, LEAD).of(new ClauseCode("5.3.1")))
                    .extracting(DisputedCase::decisionId)
                    .containsExactly(decision);
            assertThatThrownBy(() -> reader(seconds, SECOND).read(Scope.WHOLE, Progress.NONE))
                    .isInstanceOf(RightRefused.class);
        }
    }

    /** A decision of one and another of child safety; the first of them was answered otherwise a second time. */
    private static String reviewedTwice() throws Exception {
        try (ReviewDesk firsts = desk(FIRST.name(), SharedPeople.SECRET);
                ReviewDesk leads = desk(LEAD.name(), SharedPeople.SECRET);
                ReviewDesk seconds = desk(SECOND.name(), SharedPeople.SECRET)) {
            Opened opened = firsts.open("v-figure", FIRST);
            assertThat(firsts.review().submit(opened, Proposed.removal("v-figure"), 1_000))
                    .isInstanceOf(Submitted.Accepted.class);
            Opened sealed = firsts.open("v-sealed", FIRST);
            assertThat(firsts.review().submit(sealed, Proposed.of("v-sealed", """
                "answers":{"8.4.1":"YES"},"outcome":"REMOVE","rationale":"that is what the rules ask for"
                """), 1_000))
                    .isNotNull();
            String review = new Requests(leads.log(), new StoredItems(leads.store(), StoredQueue::openCases), BOOK)
                    .ask(LEAD, opened.decisionId(), "for the trial of figures", 5);
            assertThat(review).isNotEmpty();
            var rooms = new QualityRooms(
                    new StoredItems(seconds.store(), StoredQueue::openCases),
                    seconds.decisions(),
                    new Rules(BOOK),
                    SharedPeople.of((PostgresStore) seconds.store()),
                    seconds.wellbeing());
            var reviews = new SecondReviews(seconds.store(), seconds.log(), InstantSource.system(), rooms);
            Opened again = reviews.takeNext(SECOND).orElseThrow();
            reviews.submit(again, Proposed.of("v-figure", """
                "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION","rationale":"wooden props"
                """), 1_000);
            return opened.decisionId();
        }
    }

    private static long rows(Person person, String table) throws Exception {
        try (PostgresStore own = door.open(person.name(), SharedPeople.SECRET)) {
            return own.read(handle -> handle.createQuery("select count(*) from " + table)
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static String figures(Person person) throws Exception {
        try (PostgresStore own = door.open(person.name(), SharedPeople.SECRET)) {
            return own.read(handle -> handle.createQuery("select * from desk_blind_pairs(0, 9999999999999)")
                    .mapToMap()
                    .list()
                    .toString());
        }
    }

    private static InsightsReader reader(ReviewDesk desk, Person person) {
        return new InsightsReader(sources(desk, person), person, BOOK, InstantSource.system(), ZoneOffset.UTC);
    }

    private static DisputedCases disputed(ReviewDesk desk, Person person) {
        return new DisputedCases(sources(desk, person), person, InstantSource.system(), ZoneOffset.UTC);
    }

    private static Sources sources(ReviewDesk desk, Person person) {
        var states = new QualityStates(desk.store());
        return new DeskSources(
                new DecisionLog(new StoredFacts(desk.store()), new CaseArchive(desk.store()), states, person),
                new StoredAges(desk.store(), InstantSource.system()),
                new StoredReferrals(desk.store()),
                new TeamBudgets(
                        desk.store(), desk.log(), SharedPeople.of((PostgresStore) desk.store()), desk.wellbeing()),
                new QualityReviews(states, new BlindPairs(desk.store())));
    }

    private static ReviewDesk desk(String login, String password) throws Exception {
        return new ReviewDesk(door.open(login, password), InstantSource.system());
    }
}
