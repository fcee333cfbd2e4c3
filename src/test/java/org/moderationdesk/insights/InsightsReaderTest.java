package org.moderationdesk.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moderationdesk.agreement.Figure;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.NoPasswords;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.StoredPeople;
import org.moderationdesk.wellbeing.TeamBudgets;

/** All figures together, of made-up sources and of a real desk. */
@OnBothStores
class InsightsReaderTest {
    private static final Person LEAD = new Person("lea", Set.of(Role.TEAM_LEAD), true);
    private static final Person UNCLEARED = new Person("cem", Set.of(Role.TEAM_LEAD), false);
    private static final Person ADMINISTRATOR = new Person("ada", Set.of(Role.ADMINISTRATOR), false);
    private static final Person REVIEWER = new Person("rik", Set.of(Role.REVIEWER), true);
    private static final Person ANNA = Person.alone("anna");
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Book BOOK = new BookReader().read("2020-12");

    @Test
    void childSafetyDecisionsAreInNoFigureWithoutTheClearance() {
        var clock = new TestClock();
        try (Store store = TestStore.create();
                var desk = new ReviewDesk(store, clock)) {
            desk.flag("v1", "5.3");
            desk.flag("v2", "8.4");
            desk.flag("v3", "8.4");
            decide(desk, "v1", "5.3.1");
            decide(desk, "v2", "8.4.1");

            Insights cleared = read(desk, clock, LEAD);
            Insights without = read(desk, clock, UNCLEARED);

            assertThat(cleared.work().decided()).isEqualTo(2);
            assertThat(cleared.ages().open()).isEqualTo(1);
            assertThat(without.work().decided()).isEqualTo(1);
            assertThat(without.total()).isEqualTo(1);
            assertThat(without.ages().open()).isZero();
        }
    }

    @Test
    void anAdministratorSeesFiguresWithoutNames() {
        var clock = new TestClock();
        try (Store store = TestStore.create();
                var desk = new ReviewDesk(store, clock)) {
            desk.flag("v1", "5.3");
            decide(desk, "v1", "5.3.1");
            var people = new StoredPeople(store, desk.log(), new NoPasswords());
            var unused = people.first(ANNA, "ada", Set.of(Role.ADMINISTRATOR), false, "a long password of a test");
            people.add(ADMINISTRATOR, "lea", Set.of(Role.TEAM_LEAD), true);

            assertThat(read(desk, clock, ADMINISTRATOR).work().decided()).isEqualTo(1);
            assertThat(read(desk, clock, ADMINISTRATOR).exposure()).isEmpty();
            assertThat(read(desk, clock, LEAD).exposure()).isNotEmpty();
        }
    }

    @Test
    void whoDoesNotSeeInsightsIsGivenNone() {
        var reader =
                new InsightsReader(MadeSources.full(), REVIEWER, BOOK, InstantSource.fixed(MadeSources.NOW), AMSTERDAM);

        assertThatThrownBy(() -> reader.read(Scope.WHOLE, Progress.NONE)).isInstanceOf(RightRefused.class);
    }

    /** Counted again from what the sources were made of: pairs of week 46 in chapter 9, one by one. */
    @Test
    void theHeatMapHoldsThePairsOfEachWeekAndChapter() {
        Insights insights = made();

        long inWeek = MadeSources.full().pairs(MadeSources.NOW.minus(Duration.ofDays(60)), MadeSources.NOW).stream()
                .filter(pair -> pair.section().chapter() == 9)
                .map(pair -> LocalDate.ofInstant(pair.at(), AMSTERDAM))
                .filter(day -> !day.isBefore(LocalDate.of(2026, 11, 9)) && day.isBefore(LocalDate.of(2026, 11, 16)))
                .count();
        Figure figure = insights.quality().byWeek().rows().get(8).kappas().get(6);
        assertThat(figure.number()).isEqualTo((int) inWeek);
    }

    @Test
    void everyHandleTimeComesWithItsNumberAndAccuracy() {
        assertThat(made().handleTimes()).isNotEmpty().allSatisfy(time -> {
            assertThat(time.number()).isGreaterThanOrEqualTo(30);
            assertThat(time.accuracy().pairs()).isPositive();
            assertThat(time.lowerMs()).isLessThanOrEqualTo(time.medianMs());
        });
    }

    /** Each of the checked decisions falls into one of the twelve weeks. */
    @Test
    void overturnedDecisionsAreCountedInTheWeekTheyWereMade() {
        var weeks = made().quality().overturned();
        List<Checked> all = MadeSources.full().checked(MadeSources.NOW);
        long first =
                LocalDate.of(2026, 8, 31).atStartOfDay(AMSTERDAM).toInstant().toEpochMilli();

        assertThat(weeks).hasSize(12);
        assertThat(weeks.getFirst().monday()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(weeks.stream().mapToInt(QualityFigures.Week::checked).sum()).isEqualTo((int)
                all.stream().filter(one -> one.decidedAt() >= first).count());
        assertThat(weeks.get(3).share())
                .isCloseTo(weeks.get(3).overturned() / (double) weeks.get(3).checked(), within(1e-12));
    }

    @Test
    void referralsThatWaitAreToldWithTheOldestOfThem() {
        assertThat(made().waiting(ReferralTarget.NCMEC)).isEqualTo(new WaitingReferrals(1, Duration.ofHours(3)));
        assertThat(made().waiting(ReferralTarget.EMERGENCY_SERVICES).number()).isZero();
    }

    private static Insights made() {
        return new InsightsReader(MadeSources.full(), LEAD, BOOK, InstantSource.fixed(MadeSources.NOW), AMSTERDAM)
                .read(Scope.WHOLE, Progress.NONE);
    }

    private static Insights read(ReviewDesk desk, InstantSource clock, Person person) {
        var people = new StoredPeople(desk.store(), desk.log(), new NoPasswords());
        var sources = new DeskSources(
                new DecisionLog(
                        new StoredFacts(desk.store()),
                        new CaseArchive(desk.store()),
                        new QualityStates(desk.store()),
                        person),
                new StoredAges(desk.store(), clock),
                new StoredReferrals(desk.store()),
                new TeamBudgets(desk.store(), desk.log(), people, desk.wellbeing()),
                SecondReviews.NONE);
        return new InsightsReader(sources, person, BOOK, clock, AMSTERDAM).read(Scope.WHOLE, Progress.NONE);
    }

    private static void decide(ReviewDesk desk, String item, String clause) {
        Proposal proposal = ProposalJson.read("{\"item\":\"" + item + "\",\"answers\":{\"" + clause
                        + "\":\"YES\"},\"outcome\":\"REMOVE\",\"rationale\":\"seen without a safe setting here\"}")
                .proposal();
        if (!(desk.review().submit(desk.open(item, ANNA), proposal, 5_000) instanceof Submitted.Accepted)) {
            throw new IllegalStateException("not accepted");
        }
    }
}
