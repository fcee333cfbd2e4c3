package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.moderationdesk.referrals.FilingDesk.ANNA;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.HoldKind;
import org.moderationdesk.retention.Plan;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** When what was sent to NCMEC, and what came from there, goes. */
@OnBothStores
class ErasedFilingTest {
    private static final Person ADMIN = new Person("ada", Set.of(Role.ADMINISTRATOR), true);
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
        retention().set(ADMIN, DataClass.PAPERS, Optional.of(200));
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
        server.close();
    }

    @Test
    void theyGoOnceTheYearIsOverAndThatItWasReportedStays() throws IOException {
        String referral = desk.refer("A-1", true);
        Filing filing = filed(referral);
        List<Map<String, Object>> proof = proof();
        assertThat(papers()).isPositive();
        assertThat(words("safety-desk@example.org")).isPositive();

        clock.advance(YEAR.minusDays(1));
        assertThat(plan().goes()).isZero();
        assertThat(plan().held()).isEqualTo(Map.of(HoldKind.REFERRAL, 1L));
        assertThat(run()).isZero();
        assertThat(papers()).isPositive();

        clock.advance(Duration.ofDays(2));
        assertThat(plan().goes()).isEqualTo(1);
        assertThat(run()).isEqualTo(1);

        assertThat(papers()).isZero();
        assertThat(words("safety-desk@example.org")).isZero();
        assertThat(proof()).isEqualTo(proof);
        ReferralFile file = desk.workspace().open(FilingDesk.LEAD, referral).orElseThrow();
        assertThat(file.referral().standing()).isEqualTo(Standing.SENT);
        assertThat(file.events())
                .filteredOn(ReferralEvent.PapersErased.class::isInstance)
                .hasSize(1);
        assertThatExceptionOfType(FilingRefused.class)
                .isThrownBy(() -> desk.filings().goOn(ANNA, filing.id(), way))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(FilingRefused.Why.PAPERS_ERASED));
        assertThat(run()).as("once").isZero();
    }

    @Test
    void whatIsNotFinishedThereOrHeldByHandStays() throws IOException {
        String referral = desk.refer("A-1", true);
        clock.advance(Duration.ofDays(60));
        desk.sendTo(Environment.PRODUCTION);
        Filing begun = desk.filings().make(ANNA, referral, Environment.PRODUCTION, desk.draft("A-1"));
        clock.advance(YEAR.multipliedBy(3));
        assertThat(run()).as("never finished").isZero();

        assertThat(desk.filings().goOn(ANNA, begun.id(), way)).isInstanceOf(FilingNext.Filed.class);
        Hold hold = retention().hold(ADMIN, Hold.Subject.ITEM, "A-1", HoldKind.LEGAL, "as the court asks");
        clock.advance(YEAR.multipliedBy(2));
        assertThat(run()).as("held by hand").isZero();
        assertThat(papers()).isPositive();

        retention().lift(ADMIN, hold.id());
        assertThat(plan().goes()).isEqualTo(1);
        assertThat(run()).isEqualTo(1);
    }

    private Filing filed(String referral) throws IOException {
        // The example report tells of days to come.
        clock.advance(Duration.ofDays(60));
        desk.sendTo(Environment.PRODUCTION);
        Filing filing = desk.filings().make(ANNA, referral, Environment.PRODUCTION, desk.draft("A-1"));
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Filed.class);
        return filing;
    }

    private Retention retention() {
        return new Retention(store, desk.review().log(), new MediaStore(folder.resolve("desk-media"), store), clock);
    }

    private Plan.OfClass plan() {
        return Optional.ofNullable(
                        retention().plan(ADMIN, Progress.NONE).classes().get(DataClass.PAPERS))
                .orElseThrow();
    }

    private long run() {
        return Optional.ofNullable(
                        retention().run(ADMIN, Progress.NONE).classes().get(DataClass.PAPERS))
                .orElseThrow()
                .goes();
    }

    private long papers() {
        return store.read(handle -> handle.createQuery("select count(*) from filing_paper")
                .mapTo(Long.class)
                .one());
    }

    /** In how many papers these words lie. */
    private long words(String words) {
        return store.read(
                handle -> handle.createQuery("select body from filing_paper").mapTo(String.class).list().stream()
                        .filter(body ->
                                new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8).contains(words))
                        .count());
    }

    private List<Map<String, Object>> proof() {
        return store.read(handle -> handle.createQuery("""
            select q.what, q.asked_at, q.sent, p.outcome, p.report as given, p.came_at, p.received
              from filing_request q
              join filing_reply p on p.filing_id = q.filing_id and p.place = q.place
             order by q.place
            """).mapToMap().list());
    }
}
