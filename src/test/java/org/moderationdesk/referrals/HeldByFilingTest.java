package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.TestClock;

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
