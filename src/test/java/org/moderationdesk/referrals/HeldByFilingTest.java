package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.TargetsJson;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.retention.HoldKind;
import org.moderationdesk.retention.Plan;
import org.moderationdesk.retention.Preserved;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** How long what is reported to NCMEC is preserved. */
@OnBothStores
class HeldByFilingTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final TestClock clock = new TestClock();
    private final TestServer server = TestServer.start(clock);
    private final Cybertipline way = server.way(TestServer.LOGIN, Duration.ofSeconds(2));
    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private FilingDesk desk;

    @BeforeEach
    void begin() {
        desk = new FilingDesk(store, folder, clock);
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    @Test
    void whatWasNeverFiledIsHeldWithoutAnEnd() throws IOException {
        desk.refer("A-1", true);
        clock.advance(YEAR.multipliedBy(3));

        assertThat(held("A-1", "A-2")).containsExactly("A-1");
    }

    @Test
    void aYearBeginsWhenTheReportWasFinishedHoweverLate() throws IOException {
        String referral = desk.refer("A-1", true);
        clock.advance(YEAR.multipliedBy(2));
        filed(referral, Environment.PRODUCTION);

        clock.advance(YEAR.minusDays(1));
        assertThat(held("A-1")).containsExactly("A-1");
        clock.advance(Duration.ofDays(2));
        assertThat(held("A-1")).isEmpty();
    }

    @Test
    void whatWasFinishedInATestBeginsNothing() throws IOException {
        filed(desk.refer("A-1", true), Environment.TEST);
        clock.advance(YEAR.multipliedBy(3));

        assertThat(held("A-1")).containsExactly("A-1");
    }

    @Test
    void aReferralThatIsReversedAfterItsReportArrivedHoldsItsYear() throws IOException {
        String referral = desk.refer("A-1", true);
        filed(referral, Environment.PRODUCTION);
        int reversed =
                store.write(handle -> handle.execute("update referral set state = 'REVERSED' where id = ?", referral));
        assertThat(reversed).isEqualTo(1);

        clock.advance(YEAR.minusDays(1));
        assertThat(held("A-1")).containsExactly("A-1");
        clock.advance(Duration.ofDays(2));
        assertThat(held("A-1")).isEmpty();
    }

    @Test
    void anAdministratorLengthensTheYear() throws IOException {
        var admin = new Person("ada", Set.of(Role.ADMINISTRATOR), true);
        var targets = new StoredTargets(store, desk.review().log());
        String json = CanonicalJson.write(
                TargetsJson.toMap(targets.inForce().find("NCMEC").orElseThrow()));
        targets.set(admin, 0, TargetsJson.one(json.replace("\"preservationDays\":365", "\"preservationDays\":400")));
        filed(desk.refer("A-1", true), Environment.PRODUCTION);
        var retention =
                new Retention(store, desk.review().log(), new MediaStore(folder.resolve("desk-media"), store), clock);
        retention.set(admin, DataClass.CONTENT, Optional.of(200));

        clock.advance(YEAR.plusDays(34));
        Plan.OfClass before = content(retention, admin);
        assertThat(before.goes()).isZero();
        assertThat(before.held()).containsOnlyKeys(HoldKind.REFERRAL);
        assertThat(retention.preserved(admin, Duration.ofDays(3)))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Preserved.State.ENDS_SOON));
        clock.advance(Duration.ofDays(2));
        assertThat(content(retention, admin).goes()).isEqualTo(1);
        assertThat(retention.preserved(admin, Duration.ofDays(3))).isEmpty();
    }

    private static Plan.OfClass content(Retention retention, Person admin) {
        return Optional.ofNullable(
                        retention.plan(admin, Progress.NONE).classes().get(DataClass.CONTENT))
                .orElseThrow();
    }

    private void filed(String referral, Environment environment) throws IOException {
        // The example report tells of days to come.
        clock.advance(Duration.ofDays(60));
        desk.sendTo(environment);
        Filing filing = desk.filings().make(ANNA, referral, environment, desk.draft("A-1"));
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Filed.class);
    }

    private Set<String> held(String... items) {
        return store.read(handle ->
                HeldByFiling.items(handle, Set.of(items), clock.instant().minus(YEAR)));
    }
}
