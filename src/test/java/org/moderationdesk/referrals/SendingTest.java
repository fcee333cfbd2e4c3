package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.moderationdesk.referrals.FilingDesk.ANNA;
import static org.moderationdesk.referrals.FilingDesk.LEAD;
import static org.moderationdesk.referrals.FilingDesk.UNCLEARED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.TestReports.State;
import org.moderationdesk.referrals.TestServer.Kind;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** Where reports go, what is signed in with, and what is said of reports that do not arrive. */
@OnBothStores
final class SendingTest {
    private static final Person REVIEWER = new Person("rik", Set.of(Role.REVIEWER), true);
    private static final Person ADMIN = new Person("ada", Set.of(Role.ADMINISTRATOR), false);

    private final TestClock clock = new TestClock();
    private final TestServer server = TestServer.start(clock);
    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private FilingDesk desk;
    private Sending sending;

    @BeforeEach
    void begin() {
        clock.advance(Duration.between(clock.instant(), Samples.CLOCK.instant()));
        desk = new FilingDesk(store, folder, clock);
        sending = desk.sending(server.reach());
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
        server.close();
    }

    @Test
    void nothingGoesAnywhereUntilSomebodySaysSo() throws IOException {
        assertThat(environments().now(ADMIN).inForce()).isEqualTo(Environment.DISABLED);
        String referral = drafted("A-1");
        desk.sendTo(Environment.DISABLED);

        Filing kept = sending.begin(ANNA, referral);
        assertThat(kept.environment()).isEqualTo(Environment.DISABLED);
        assertThat(sending.goOn(ANNA)).isEmpty();

        assertThat(server.seen()).isEmpty();
        assertThat(desk.workspace().find(ANNA, referral).orElseThrow().standing())
                .isEqualTo(Standing.KEPT);
    }

    @Test
    void productionTakesTwoPeopleAndHoldsUntilSomethingElseIsChosen() {
        environments().choose(ADMIN, Environment.TEST);
        environments().choose(ADMIN, Environment.PRODUCTION);
        Environments.Asked asked = environments().now(ADMIN).asked();
        assertThat(environments().now(ADMIN).inForce()).isEqualTo(Environment.TEST);
        refused(Why.SAME_PERSON, () -> environments().confirm(ADMIN, asked.id()));
        assertThatThrownBy(() -> environments().confirm(REVIEWER, asked.id())).isInstanceOf(RightRefused.class);

        environments().confirm(LEAD, asked.id());
        assertThat(environments().now(ADMIN).inForce()).isEqualTo(Environment.PRODUCTION);
        assertThat(environments().now(ADMIN).asked()).isNull();
        refused(Why.NOT_ASKED, () -> environments().confirm(LEAD, asked.id()));

        environments().choose(LEAD, Environment.DISABLED);
        assertThat(environments().now(ADMIN).inForce()).isEqualTo(Environment.DISABLED);
    }

    @Test
    void aWishThatSomethingElseWasChosenSinceIsNoLongerConfirmed() {
        environments().choose(ADMIN, Environment.PRODUCTION);
        String stale = environments().now(ADMIN).asked().id();
        environments().choose(ADMIN, Environment.TEST);

        assertThat(environments().now(ADMIN).asked()).isNull();
        refused(Why.NOT_ASKED, () -> environments().confirm(LEAD, stale));
        assertThat(environments().now(ADMIN).inForce()).isEqualTo(Environment.TEST);
    }

    @Test
    void theDraftIsSentAndTheLoginIsNeverTold() throws IOException {
        String referral = drafted("A-1");
        refused(Why.NO_LOGIN, () -> sending.begin(ANNA, referral));
        environments().signInWith(ADMIN, Environment.TEST, TestServer.LOGIN);

        Filing filing = sending.begin(REVIEWER, referral);
        assertThat(sending.goOn(REVIEWER)).isEmpty();

        assertThat(filing.environment()).isEqualTo(Environment.TEST);
        assertThat(server.reports().in(State.FINISHED)).hasSize(1);
        assertThat(environments().now(REVIEWER).toString() + TestServer.LOGIN)
                .doesNotContain(TestServer.LOGIN.password());
        List<String> told = store.read(handle ->
                handle.createQuery("select body from event").mapTo(String.class).list());
        assertThat(told).isNotEmpty().noneMatch(body -> body.contains(TestServer.LOGIN.password()));
        assertThat(sending.tryLogin(ADMIN, Environment.TEST)).isEqualTo(Outcome.DONE);
        environments().signInWith(ADMIN, Environment.TEST, new Login("other", "wrong"));
        assertThat(sending.tryLogin(ADMIN, Environment.TEST)).isEqualTo(Outcome.CONFIGURATION);
    }

    @Test
    void aReportGoesOnlyWhereReportsGoNow() throws IOException {
        String referral = drafted("A-1");
        refused(Why.NOT_IN_FORCE, () -> desk.filings().make(ANNA, referral, Environment.PRODUCTION, desk.draft("A-1")));
        environments().signInWith(ADMIN, Environment.TEST, TestServer.LOGIN);
        Filing filing = sending.begin(ANNA, referral);
        desk.sendTo(Environment.DISABLED);

        assertThat(sending.goOn(ANNA))
                .extracting(Trouble::kind, Trouble::referralId)
                .containsExactly(tuple(Trouble.Kind.SWITCHED_OFF, referral));

        assertThat(server.seen()).isEmpty();
        assertThat(filing.environment()).isEqualTo(Environment.TEST);
    }

    @Test
    void whatWasTestedCanStillBeReported() throws IOException {
        String referral = drafted("A-1");
        environments().signInWith(ADMIN, Environment.TEST, TestServer.LOGIN);
        environments().signInWith(ADMIN, Environment.PRODUCTION, TestServer.LOGIN);
        Filing tested = sending.begin(ANNA, referral);
        assertThat(sending.goOn(ANNA)).isEmpty();
        refused(Why.FILED_ALREADY, () -> sending.begin(ANNA, referral));
        desk.sendTo(Environment.PRODUCTION);

        Filing filing = sending.begin(ANNA, referral);
        assertThat(sending.goOn(ANNA)).isEmpty();

        assertThat(filing.id()).isNotEqualTo(tested.id());
        assertThat(desk.workspace().find(ANNA, referral).orElseThrow().standing())
                .isEqualTo(Standing.SENT);
        refused(Why.FILED_ALREADY, () -> sending.begin(ANNA, referral));
        desk.sendTo(Environment.TEST);
        refused(Why.FILED_ALREADY, () -> sending.begin(ANNA, referral));
    }

    @Test
    void whatStopsIsSaidUntilSomebodySeesToItAndTriesEnd() throws IOException {
        String referral = drafted("A-1");
        environments().signInWith(ADMIN, Environment.TEST, TestServer.LOGIN);
        server.trouble(What.OPEN, Kind.CODE, 3100);
        Filing unused = sending.begin(ANNA, referral);

        assertThat(sending.goOn(ANNA)).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Trouble.Kind.STOPPED);
            assertThat(trouble.because()).isEqualTo(Outcome.CONFIGURATION);
            assertThat(trouble.code()).isEqualTo(3100);
        });
        clock.advance(Duration.ofDays(3));
        assertThat(sending.goOn(ANNA)).as("it is still said").hasSize(1);
        assertThat(server.seen()).hasSize(1);

        sending.letGoOn(ANNA, referral);
        assertThat(sending.goOn(ANNA)).isEmpty();
        assertThat(server.reports().in(State.FINISHED)).hasSize(1);
        assertThat(unused).isNotNull();
    }

    @Test
    void triesAreSpacedAndEndAndThenSomebodyIsCalled() throws IOException {
        String referral = drafted("A-1");
        environments().signInWith(ADMIN, Environment.TEST, TestServer.LOGIN);
        for (int i = 0; i < 50; i++) {
            server.trouble(What.OPEN, Kind.STATUS, 503);
        }
        Filing unused = sending.begin(ANNA, referral);
        int asks = 0;
        for (int minute = 0; minute < 60 * 24; minute++) {
            int before = server.seen().size();
            List<Trouble> troubles = sending.goOn(ANNA);
            asks += server.seen().size() - before;
            assertThat(server.seen().size() - before).as("one try at a time").isLessThanOrEqualTo(1);
            if (!troubles.isEmpty()) {
                break;
            }
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(asks).isEqualTo(FilingState.MOST_TRIES);
        assertThat(sending.troubles(ANNA)).extracting(Trouble::kind).containsExactly(Trouble.Kind.STOPPED);
        assertThat(unused).isNotNull();
    }

    @Test
    void anUnfinishedReportThatSoonLapsesIsSaidInTime() throws IOException {
        String referral = drafted("A-1");
        environments().signInWith(ADMIN, Environment.TEST, TestServer.LOGIN);
        server.trouble(What.UPLOAD, Kind.STATUS, 503);
        Filing unused = sending.begin(ANNA, referral);
        assertThat(sending.goOn(ANNA)).isEmpty();

        clock.advance(Duration.ofHours(22).minusMinutes(2));
        assertThat(sending.troubles(ANNA)).isEmpty();
        clock.advance(Duration.ofMinutes(3));

        assertThat(sending.troubles(ANNA)).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Trouble.Kind.LAPSES);
            assertThat(trouble.at()).isAfter(clock.instant());
        });
        assertThat(unused).isNotNull();
    }

    @Test
    void whatIsTakenBackIsTakenBackThereToo() throws IOException {
        String referral = drafted("A-1");
        environments().signInWith(ADMIN, Environment.TEST, TestServer.LOGIN);
        server.trouble(What.UPLOAD, Kind.STATUS, 503);
        Filing unused = sending.begin(ANNA, referral);
        assertThat(sending.goOn(ANNA)).isEmpty();

        sending.takeBack(ANNA, referral);
        assertThat(sending.goOn(ANNA)).isEmpty();

        assertThat(server.reports().in(State.RETRACTED)).hasSize(1);
        refused(Why.NO_SUCH_FILING, () -> sending.takeBack(ANNA, referral));
        assertThat(desk.workspace().find(ANNA, referral).orElseThrow().standing())
                .isEqualTo(Standing.TAKEN_BACK);
        assertThat(unused).isNotNull();
    }

    @Test
    void whoMayNotSendsNothingAndSetsNothing() throws IOException {
        String referral = drafted("A-1");

        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> sending.goOn(UNCLEARED),
                () -> sending.troubles(UNCLEARED),
                () -> sending.begin(UNCLEARED, referral),
                () -> sending.takeBack(UNCLEARED, referral),
                () -> environments().choose(REVIEWER, Environment.TEST),
                () -> environments().signInWith(REVIEWER, Environment.TEST, TestServer.LOGIN),
                () -> sending.tryLogin(REVIEWER, Environment.TEST),
                () -> environments().now(new Person("tess", Set.of(Role.TRAINER), true)))) {
            assertThatThrownBy(act).isInstanceOf(RightRefused.class);
        }
        assertThat(server.seen()).isEmpty();
    }

    private Environments environments() {
        return desk.environments();
    }

    /** Referred, said what it is about, and past its undo time. */
    private String drafted(String item) throws IOException {
        String referral = desk.refer(item, true);
        ReportDrafts.Prepared prepared = desk.drafts().prepare(ANNA, referral);
        Fields fields = desk.drafts().fields();
        int revision = desk.drafts()
                .save(
                        ANNA,
                        referral,
                        new ReportDrafts.Content(
                                fields.with(
                                        prepared.content().report(),
                                        "report/incidentSummary/incidentType",
                                        IncidentType.CHILD_SEX_TOURISM.code()),
                                prepared.content().files()),
                        0);
        assertThat(revision).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        return referral;
    }

    private static void refused(Why why, ThrowingCallable act) {
        assertThatExceptionOfType(FilingRefused.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.why())
                .isEqualTo(why));
    }
}
