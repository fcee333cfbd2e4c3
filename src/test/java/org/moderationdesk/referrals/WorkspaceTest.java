package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.referrals.FilingDesk.ANNA;
import static org.moderationdesk.referrals.FilingDesk.UNCLEARED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.TestServer.Kind;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** The list of all referrals, and what it tells of one. */
@OnBothStores
final class WorkspaceTest {
    private static final Person TRAINER = new Person("tess", Set.of(Role.TRAINER), true);

    private final TestClock clock = new TestClock();
    private final TestServer server = TestServer.start(clock);
    private final Cybertipline way = server.way(TestServer.LOGIN, Duration.ofSeconds(2));
    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private FilingDesk desk;
    private Workspace workspace;

    @BeforeEach
    void begin() {
        // After what the sample documents tell of: the server takes nothing from times to come.
        clock.advance(Duration.between(clock.instant(), Samples.CLOCK.instant()));
        desk = new FilingDesk(store, folder, clock);
        workspace = desk.workspace();
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
        server.close();
    }

    @Test
    void whatWaitsIsListedUntilItArrivesAtNcmecItself() throws IOException {
        String waits = desk.refer("W-1", false);
        String ready = desk.refer("A-1", true);
        assertThat(standing(waits)).isEqualTo(Standing.AWAITING_SECOND);
        clock.advance(Duration.ofMinutes(1));
        assertThat(standing(ready)).isEqualTo(Standing.TO_DO);

        Filing kept = desk.filings().make(ANNA, ready, Environment.DISABLED, desk.draft("A-1"));
        assertThat(standing(ready)).as("sending is off").isEqualTo(Standing.KEPT);
        desk.filings().takeBack(ANNA, kept.id());
        assertThat(standing(ready)).isEqualTo(Standing.TAKEN_BACK);

        Filing tested = desk.filings().make(ANNA, ready, Environment.TEST, desk.draft("A-1"));
        assertThat(standing(ready)).isEqualTo(Standing.UNDER_WAY);
        assertThat(desk.filings().goOn(ANNA, tested.id(), way)).isInstanceOf(FilingNext.Filed.class);
        assertThat(standing(ready)).as("nobody was told anything").isEqualTo(Standing.TESTED);
        assertThat(list().open()).extracting(one -> one.line().id()).containsExactly(ready, waits);
        assertThat(list().ended()).isEmpty();
    }

    @Test
    void whatArrivedHasEndedAndRunsUpToNothing() throws IOException {
        String referral = desk.refer("A-1", true);
        clock.advance(Duration.ofMinutes(1));
        desk.sendTo(Environment.PRODUCTION);
        Filing filing = desk.filings().make(ANNA, referral, Environment.PRODUCTION, desk.draft("A-1"));
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Filed.class);

        assertThat(list().open()).isEmpty();
        assertThat(list().ended()).singleElement().satisfies(one -> {
            assertThat(one.standing()).isEqualTo(Standing.SENT);
            assertThat(one.clock()).isNull();
            assertThat(one.isLate(clock.instant().plus(Duration.ofDays(900)))).isFalse();
        });
        assertThat(workspace.toDo(ANNA)).isZero();
    }

    @Test
    void theClockIsTheNearerOfTheDeadlineAndTheLapseThere() throws IOException {
        String referral = desk.refer("A-1", false);
        desk.approve("A-1");
        clock.advance(Duration.ofMinutes(1));
        Referral toDo = find(referral);
        assertThat(toDo.clock())
                .isEqualTo(new ReferralClock(
                        ReferralClock.Kind.SEND_BY, toDo.decidedAt().plus(Duration.ofHours(24))));
        assertThat(toDo.isLate(clock.instant())).isFalse();
        clock.advance(Duration.ofHours(25));
        assertThat(find(referral).isLate(clock.instant())).isTrue();

        server.trouble(What.UPLOAD, Kind.STATUS, 503);
        Filing filing = desk.filings().make(ANNA, referral, Environment.TEST, desk.draft("A-1"));
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Wait.class);
        assertThat(find(referral).clock().kind())
                .as("long overdue says more than a lapse to come")
                .isEqualTo(ReferralClock.Kind.SEND_BY);

        String urgent = desk.refer("A-2", true);
        assertThat(find(urgent).clock().at()).isEqualTo(find(urgent).decidedAt().plus(Duration.ofMinutes(10)));
        assertThat(list().open()).first().extracting(one -> one.line().id()).isEqualTo(urgent);
    }

    @Test
    void theUnfinishedReportLapsesADayAfterItWasOpenedOrAnHourAfterItsLastFile() throws IOException {
        String referral = desk.refer("A-1", true);
        clock.advance(Duration.ofMinutes(1));
        server.trouble(What.FINISH, Kind.STATUS, 503);
        Filing filing = desk.filings().make(ANNA, referral, Environment.TEST, desk.draft("A-1"));
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Wait.class);

        var lapses = FilingState.of(store.read(handle -> StoredJournal.history(handle, filing.id())))
                .lapsesAt();

        assertThat(lapses).contains(clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void whoOpensOneIsToldAndReadingItAnewIsNot() throws IOException {
        String referral = desk.refer("A-1", true);

        ReferralFile file = workspace.open(ANNA, referral).orElseThrow();
        assertThat(file.why()).isEqualTo("a neutral placeholder");
        assertThat(file.openings()).extracting(ReferralFile.Opening::by).containsExactly("anna");
        assertThat(workspace.read(ANNA, referral).orElseThrow().openings()).hasSize(1);
        assertThat(workspace.open(ANNA, referral).orElseThrow().openings()).hasSize(2);
        assertThat(workspace.open(ANNA, "no-such")).isEmpty();
    }

    @Test
    void theHistoryTellsEachStepAndWhatCameOfIt() throws IOException {
        String referral = desk.refer("A-1", false);
        desk.approve("A-1");
        clock.advance(Duration.ofMinutes(1));
        server.trouble(What.DESCRIBE, Kind.STATUS, 503);
        Filing filing = desk.filings().make(ANNA, referral, Environment.TEST, desk.draft("A-1"));
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Wait.class);
        desk.filings().takeBack(ANNA, filing.id());

        List<ReferralEvent> events =
                workspace.read(ANNA, referral).orElseThrow().events();

        assertThat(events.stream().filter(ReferralEvent.Asked.class::isInstance).map(ReferralEvent.Asked.class::cast))
                .extracting(asked -> asked.what() + " " + asked.file() + " " + asked.outcome())
                .containsExactly("OPEN 0 DONE", "UPLOAD 1 DONE", "DESCRIBE 1 RETRY");
        assertThat(events.getFirst()).isInstanceOf(ReferralEvent.Decided.class);
        assertThat(events.get(1))
                .isInstanceOfSatisfying(ReferralEvent.Answered.class, answered -> assertThat(answered.by())
                        .isEqualTo(FilingDesk.LEAD.name()));
        assertThat(events.getLast()).isInstanceOf(ReferralEvent.Wished.class);
    }

    @Test
    void itIsFoundByItemAccountAndNumberAndByNothingElse() throws IOException {
        String referral = desk.refer("A-100%", true);
        clock.advance(Duration.ofMinutes(1));
        Filing filing = desk.filings().make(ANNA, referral, Environment.TEST, desk.draft("A-100%"));
        assertThat(desk.filings().goOn(ANNA, filing.id(), way)).isInstanceOf(FilingNext.Filed.class);
        long number = store.read(handle -> handle.createQuery("select max(report) from filing_reply")
                .mapTo(Long.class)
                .one());

        for (String found : List.of("a-100", "100%", "@U", "u-1", referral, Long.toString(number))) {
            assertThat(workspace.list(ANNA, found, 10).open()).as(found).hasSize(1);
        }
        for (String nothing : List.of("a-200", "_-100", "1" + number, "'", "!")) {
            assertThat(workspace.list(ANNA, nothing, 10).open()).as(nothing).isEmpty();
        }
        assertThat(searches())
                .as("searches for a person: a handle and an account")
                .isEqualTo(2);
    }

    private int searches() {
        return store.read(handle -> handle.createQuery("select count(*) from event where kind = 'SEARCHED'")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void withoutTheRightOrTheClearanceThereIsNothing() throws IOException {
        String referral = desk.refer("A-1", true);

        assertThatThrownBy(() -> workspace.list(TRAINER, "", 10)).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> workspace.open(TRAINER, referral)).isInstanceOf(RightRefused.class);
        assertThat(workspace.list(UNCLEARED, "", 10).open()).isEmpty();
        assertThat(workspace.find(UNCLEARED, referral)).isEmpty();
        assertThat(workspace.open(UNCLEARED, referral)).isEmpty();
        assertThat(workspace.read(ANNA, referral).orElseThrow().openings()).isEmpty();
    }

    private Standing standing(String referral) {
        return find(referral).standing();
    }

    private Referral find(String referral) {
        return workspace.find(ANNA, referral).orElseThrow();
    }

    private Referrals list() {
        return workspace.list(ANNA, "", 10);
    }
}
