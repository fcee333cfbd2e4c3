package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.referrals.FilingDesk.ANNA;
import static org.moderationdesk.referrals.FilingDesk.SIZES;
import static org.moderationdesk.referrals.FilingDesk.UNCLEARED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.FilingNext.Filed;
import org.moderationdesk.referrals.FilingNext.TakenBack;
import org.moderationdesk.referrals.FilingNext.Wait;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.TestReports.State;
import org.moderationdesk.referrals.TestServer.Kind;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.referrals.ncmec.Xml;
import org.moderationdesk.staff.RightRefused;

/** Filings that lie in a store: each step told by the log, and gone on with from there alone. */
@OnBothStores
final class StoredFilingTest {
    private static final int REQUESTS = 6;

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
    void everyRowIsToldByTheEntryItNames() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
        server.close();
    }

    @Test
    void aReportGoesOutAndEveryByteOfItIsKept() throws IOException {
        Filing filing = made("A-1");

        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(Filed.class);

        assertOne();
        assertThat(text("select body from filing_paper where sha256 = '" + filing.report() + "'"))
                .isEqualTo(base64(Xml.write(Samples.document("report"))));
        assertThat(number("select count(*) from filing_request")).isEqualTo(REQUESTS);
        assertThat(number("""
            select count(*) from filing_reply r join filing_paper p on p.filing_id = r.filing_id
               and p.sha256 = r.received where r.outcome = 'DONE'
            """)).isEqualTo(REQUESTS);
        assertThat(entries("FILING_MADE", "FILING_ASKED", "FILING_ANSWERED")).isEqualTo(1 + 2 * REQUESTS);
        assertThat(desk.filings().next(ANNA, filing.id())).isInstanceOf(Filed.class);
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(Filed.class);
        assertThat(server.seen()).hasSize(REQUESTS);
    }

    @Test
    void whereverItDiesADeskThatKnowsOnlyTheStoreFinishesOne() throws IOException {
        for (int request = 1; request <= REQUESTS; request++) {
            for (boolean sent : List.of(false, true)) {
                Filing filing = made("D-" + request + sent);
                var left = new AtomicInteger(request);
                Cybertipline dying = call -> {
                    boolean dies = left.decrementAndGet() == 0;
                    if (dies && !sent) {
                        throw new Died();
                    }
                    Answer answer = way.send(call);
                    if (dies) {
                        throw new Died();
                    }
                    return answer;
                };
                assertThatThrownBy(() -> desk.filings().goOn(ANNA, filing.id(), dying))
                        .isInstanceOf(Died.class);

                assertThat(untilItEnds(filing)).isInstanceOf(Filed.class);
            }
        }
        assertThat(server.reports().in(State.FINISHED)).hasSize(2 * REQUESTS);
    }

    @Test
    void aSilentServerIsAskedAgainLaterAndTheHistorySaysSo() throws IOException {
        Filing filing = made("A-1");
        server.trouble(What.OPEN, Kind.CUT_AFTER, 0);

        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(Wait.class);
        assertThat(desk.filings().next(ANNA, filing.id())).isInstanceOf(Wait.class);
        assertThat(untilItEnds(filing)).isInstanceOf(Filed.class);

        assertOne();
        assertThat(number("select count(*) from filing_reply where outcome = 'LOST' and received is null"))
                .isEqualTo(1);
    }

    @Test
    void whatIsTakenBackGoesOutNoMoreAndAnotherMayBeMade() throws IOException {
        Filing filing = made("A-1");
        server.trouble(What.UPLOAD, Kind.STATUS, 503);
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(Wait.class);

        desk.filings().takeBack(ANNA, filing.id());

        assertThat(untilItEnds(filing)).isEqualTo(new TakenBack());
        assertThat(server.reports().in(State.FINISHED)).isEmpty();
        Filing other = desk.filings().make(ANNA, filing.referralId(), Environment.TEST, desk.draft("A-1"));
        assertThat(untilItEnds(other)).isInstanceOf(Filed.class);
        refused(Why.TOO_LATE, () -> desk.filings().takeBack(ANNA, other.id()));
        assertOne();
    }

    @Test
    void whatIsNotToBeSentIsNotMade() throws IOException {
        String waits = desk.refer("W-1", false);
        afterWhatTheReportTells();
        refused(Why.NOT_TO_BE_SENT_NOW, () -> desk.filings().make(ANNA, waits, Environment.TEST, desk.draft("W-1")));
        refused(Why.NO_SUCH_REFERRAL, () -> desk.filings().make(ANNA, "no-such", Environment.TEST, desk.draft("W-1")));
        Filing filing = made("A-1");
        refused(Why.FILED_ALREADY, () -> desk.filings()
                .make(ANNA, filing.referralId(), Environment.TEST, desk.draft("A-1")));
        refused(Why.NO_SUCH_FILING, () -> desk.filings().goOn(ANNA, "no-such", way));

        assertThat(number("select count(*) from filing")).isEqualTo(1);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aDocumentThatDoesNotHoldIsRefusedWithItsFieldAndLeavesNothing() throws IOException {
        String referral = desk.refer("A-1", true);
        afterWhatTheReportTells();
        Element whole = Samples.document("report");
        Element without = whole.with(whole.children().stream()
                .filter(child -> !child.name().equals("incidentSummary"))
                .toList());
        var draft = new Filings.Draft(without, desk.draft("A-1").files());

        assertThatExceptionOfType(FilingRefused.class)
                .isThrownBy(() -> desk.filings().make(ANNA, referral, Environment.TEST, draft))
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(Why.INVALID))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(Fault::path)
                        .anyMatch(path -> path.contains("incidentSummary")));

        var gone = new Filings.Draft(
                Samples.document("report"), List.of(new Filings.DraftFile("0".repeat(64), Samples.document("file"))));
        refused(Why.FILE_MISSING, () -> desk.filings().make(ANNA, referral, Environment.TEST, gone));
        assertThat(number("select count(*) from filing_paper")).isZero();
    }

    @Test
    void withoutTheClearanceNobodyFilesOrReadsOne() throws IOException {
        Filing filing = made("A-1");

        for (ThrowingCallable act : List.<ThrowingCallable>of(
                () -> desk.filings().make(UNCLEARED, filing.referralId(), Environment.TEST, desk.draft("A-1")),
                () -> desk.filings().newest(UNCLEARED, 10),
                () -> desk.filings().ofReferral(UNCLEARED, filing.referralId()),
                () -> desk.filings().next(UNCLEARED, filing.id()),
                () -> desk.filings().goOn(UNCLEARED, filing.id(), way),
                () -> desk.filings().letGoOn(UNCLEARED, filing.id()),
                () -> desk.filings().takeBack(UNCLEARED, filing.id()))) {
            assertThatThrownBy(act).isInstanceOf(RightRefused.class);
        }
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void whoReviewsTheDecisionBlindKnowsOfNone() throws IOException {
        Filing filing = made("A-1");
        assertThat(desk.filings().newest(ANNA, 10)).containsExactly(filing);
        int taken = store.write(handle -> handle.execute("""
            insert into second_review (id, case_id, item_id, item_version, edition, kind, queue, severity, sections,
                                       opened_at, seen_at, due_at, child_safety, sealed, state, second_person, taken_at,
                                       ends_at, moved_in, event_seq)
            values ('r-1', 1, 'A-1', 1, '2020-12', 'IMAGE', '', 1, '', 0, 0, 0, true, true, 'TAKEN', 'anna', 0, 0, 0, 1)
            """));
        assertThat(taken).isEqualTo(1);

        assertThat(desk.filings().newest(ANNA, 10)).isEmpty();
        assertThat(desk.filings().ofReferral(ANNA, filing.referralId())).isEmpty();
        refused(Why.NO_SUCH_FILING, () -> desk.filings().next(ANNA, filing.id()));

        int ended = store.write(handle -> handle.execute("delete from second_review"));
        assertThat(ended).isEqualTo(1);
    }

    @Test
    void twoDesksDoNotTakeOneOnAtOnce() throws IOException {
        Filing filing = made("A-1");
        Filings one = desk.filings();

        Cybertipline meanwhile = call -> {
            refused(Why.UNDER_WAY, () -> one.goOn(ANNA, filing.id(), way));
            return way.send(call);
        };

        assertThat(one.goOn(ANNA, filing.id(), meanwhile)).isInstanceOf(Filed.class);
        assertOne();
    }

    @Test
    void aPaperThatWasAlteredIsNotSent() throws IOException {
        Filing filing = made("A-1");
        var _ = store.write(handle -> handle.execute(
                "update filing_paper set body = ? where sha256 = ?",
                base64(Xml.write(Samples.document("least"))),
                filing.report()));

        assertThatThrownBy(() -> desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(IllegalStateException.class);
        assertThat(server.seen()).isEmpty();
    }

    private Filing made(String item) throws IOException {
        String referral = desk.refer(item, true);
        afterWhatTheReportTells();
        return desk.filings().make(ANNA, referral, Environment.TEST, desk.draft(item));
    }

    private void afterWhatTheReportTells() {
        Duration later = Duration.between(clock.instant(), Samples.CLOCK.instant());
        if (later.isPositive()) {
            clock.advance(later);
        }
    }

    private FilingNext untilItEnds(Filing filing) throws IOException {
        FilingNext next = desk.filings().goOn(ANNA, filing.id(), way);
        while (next instanceof Wait wait) {
            clock.advance(Duration.between(clock.instant(), wait.until()));
            next = desk.filings().goOn(ANNA, filing.id(), way);
        }
        return next;
    }

    private void assertOne() {
        assertThat(server.reports().in(State.FINISHED)).singleElement().satisfies(report -> assertThat(report.files())
                .extracting(bytes -> bytes.length)
                .containsExactlyElementsOf(SIZES));
    }

    private static void refused(Why why, ThrowingCallable act) {
        assertThatExceptionOfType(FilingRefused.class).isThrownBy(act).satisfies(refusal -> assertThat(refusal.why())
                .isEqualTo(why));
    }

    private long entries(String... kinds) {
        return store.read(handle -> handle.createQuery("select count(*) from event where kind in (<kinds>)")
                .bindList("kinds", List.of(kinds))
                .mapTo(Long.class)
                .one());
    }

    private long number(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String text(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }

    /** As if the process had been killed. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }
}
