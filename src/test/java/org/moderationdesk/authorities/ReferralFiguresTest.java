package org.moderationdesk.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.authorities.AuthorityDesk.ADMIN;
import static org.moderationdesk.authorities.AuthorityDesk.ANNA;
import static org.moderationdesk.authorities.AuthorityDesk.LEAD;
import static org.moderationdesk.authorities.AuthorityDesk.UNCLEARED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.OutcomeKind;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;
import org.moderationdesk.transparency.Figure.What;
import org.moderationdesk.transparency.FigureReader;
import org.moderationdesk.transparency.Figures;
import org.moderationdesk.transparency.FiguresFile;

/** Numbers for transparency reports, each counted by hand. */
@OnBothStores
class ReferralFiguresTest {
    private static final Person SECOND = Person.alone("bram");
    private static final LocalDate DAY = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC);
    private static final String TO_EMERGENCY = """
        "referrals":[{"to":"EMERGENCY_SERVICES","why":"says to be dying","threatToLife":true}],
        """;

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();
    private AuthorityDesk desk;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        desk = new AuthorityDesk(store, folder, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /**
     * By hand: the day before, A-0 was referred. On the day four were referred to police: A-1 arrived after an hour, A-2
     * after three, so the median is two; A-3 was approved and waits to be sent; A-4 was refused. E-1 went to emergency
     * services, reached ten minutes later. H-1 is a hidden test and counts nowhere.
     */
    @Test
    void referralsCountInThePeriodOfTheirDecision() throws IOException {
        String _ = referred("A-0", true);
        clock.advance(Duration.ofDays(1));
        arrived(referred("A-1", true), Duration.ofHours(1));
        arrived(referred("A-2", true), Duration.ofHours(3));
        String _ = referred("A-3", false);
        answer("A-3", true);
        String _ = referred("A-4", false);
        answer("A-4", false);
        String _ = referred("H-1", true);
        desk.flag("E-1", "1.1");
        desk.remove("E-1", "1.1.1", TO_EMERGENCY);
        clock.advance(Duration.ofMinutes(10));
        called("E-1");

        Figures figures = reader().of(LEAD, DAY.plusDays(1), DAY.plusDays(1));

        assertThat(figures.leavesOut()).isFalse();
        assertThat(rows(figures))
                .containsExactly(
                        tuple(What.REFERRALS_MADE, "EMERGENCY_SERVICES", "", 1L, null),
                        tuple(What.REFERRALS_MADE, "JUDICIAL_AUTHORITY", "", 4L, null),
                        tuple(What.REFERRALS_APPROVED, "JUDICIAL_AUTHORITY", "", 1L, null),
                        tuple(What.REFERRALS_SENT, "EMERGENCY_SERVICES", "", 1L, Duration.ofMinutes(10)),
                        tuple(What.REFERRALS_SENT, "JUDICIAL_AUTHORITY", "", 2L, Duration.ofHours(2)),
                        tuple(What.REFERRALS_REFUSED, "JUDICIAL_AUTHORITY", "", 1L, null),
                        tuple(What.DOSSIERS_MADE, "NL_POLICE", "NL", 2L, null),
                        tuple(What.DOSSIERS_RECEIVED, "NL_POLICE", "NL", 2L, null),
                        tuple(What.EMERGENCY_CALLS, "NL_112", "BE", 1L, null));
        assertThat(rows(reader().of(LEAD, DAY, DAY)))
                .containsExactly(tuple(What.REFERRALS_MADE, "JUDICIAL_AUTHORITY", "", 1L, null));
        assertThat(reader().of(LEAD, DAY.minusDays(9), DAY.minusDays(1)).all()).isEmpty();
        assertThat(desk.review().verify().intact()).isTrue();
    }

    /**
     * By hand: five were referred. A-1 was undone while it could be, A-2 withdrawn while it waited for a second person, so
     * two were stopped; A-3 was refused, which is counted as that alone; A-4 waits; A-5 was sent.
     */
    @Test
    void whatWasStoppedByWhoReferredItIsNotCountedAsRefused() throws IOException {
        String _ = referred("A-1", false);
        var _ = desk.review().review().undo(decision("A-1"), ANNA);
        String _ = referred("A-2", false);
        clock.advance(Duration.ofHours(1));
        var _ = desk.review().review().withdraw(decision("A-2"), ANNA);
        String _ = referred("A-3", false);
        answer("A-3", false);
        String _ = referred("A-4", false);
        arrived(referred("A-5", true), Duration.ofHours(1));

        assertThat(rows(reader().of(LEAD, DAY, DAY)))
                .filteredOn(row -> row.toList().getFirst().toString().startsWith("REFERRALS"))
                .containsExactly(
                        tuple(What.REFERRALS_MADE, "JUDICIAL_AUTHORITY", "", 5L, null),
                        tuple(What.REFERRALS_SENT, "JUDICIAL_AUTHORITY", "", 1L, Duration.ofHours(1)),
                        tuple(What.REFERRALS_REFUSED, "JUDICIAL_AUTHORITY", "", 1L, null),
                        tuple(What.REFERRALS_STOPPED, "JUDICIAL_AUTHORITY", "", 2L, null));
        assertThat(desk.review().verify().intact()).isTrue();
    }

    /** By hand: two removals, answered after 10 and 30 minutes, so the median is 20; one open; one taken back. */
    @Test
    void ordersCountByKindAndTheStateOfWhoGaveThem() {
        desk.flag("A-1", "1.2");
        Order first = order("TCO_ORDER", OrderKind.REMOVAL, false);
        Order second = order("TCO_ORDER", OrderKind.REMOVAL, false);
        Order third = order("NL_ATKM_CSAM", OrderKind.REMOVAL, true);
        Order _ = order("NL_ATKM_CSAM", OrderKind.INFORMATION, true);
        step(third, StepKind.WITHDRAWN);
        clock.advance(Duration.ofMinutes(10));
        step(first, StepKind.DONE);
        clock.advance(Duration.ofMinutes(20));
        step(second, StepKind.PARTLY);

        assertThat(rows(reader().of(LEAD, DAY, DAY)))
                .containsExactly(
                        tuple(What.ORDERS_RECEIVED, "INFORMATION", "NL", 1L, null),
                        tuple(What.ORDERS_RECEIVED, "REMOVAL", "EU", 2L, null),
                        tuple(What.ORDERS_RECEIVED, "REMOVAL", "NL", 1L, null),
                        tuple(What.ORDERS_ANSWERED, "REMOVAL", "EU", 2L, Duration.ofMinutes(20)),
                        tuple(What.ORDERS_WITHDRAWN, "REMOVAL", "NL", 1L, null));
        assertThat(rows(reader().of(UNCLEARED, DAY, DAY)))
                .as("orders on child safety are not there")
                .containsExactly(
                        tuple(What.ORDERS_RECEIVED, "REMOVAL", "EU", 2L, null),
                        tuple(What.ORDERS_ANSWERED, "REMOVAL", "EU", 2L, Duration.ofMinutes(20)));
        assertThat(desk.review().verify().intact()).isTrue();
    }

    /** By hand: two reports were finished where they are real, one of them told twice; one was a try. */
    @Test
    void reportsToNcmecCountOnceFinishedAndWithoutTheClearanceNoneIsThere() {
        filed("f-1", "PRODUCTION", clock.instant().toEpochMilli());
        filed("f-2", "PRODUCTION", clock.instant().toEpochMilli());
        reply("f-2", 1, clock.instant().plusSeconds(60).toEpochMilli());
        filed("f-3", "TEST", clock.instant().toEpochMilli());

        assertThat(rows(reader().of(LEAD, DAY, DAY))).containsExactly(tuple(What.NCMEC_REPORTS, "NCMEC", "", 2L, null));
        Figures without = reader().of(UNCLEARED, DAY, DAY);
        assertThat(without.all()).isEmpty();
        assertThat(without.leavesOut()).isTrue();
    }

    @Test
    void takingThemIsToldToTheLogAndNeedsTheRightAndNoCellIsAFormula() throws IOException {
        String _ = referred("A-1", true);
        var file = new FiguresFile(reader(), desk.review().log());
        Path out = folder.resolve("figures.csv");

        Figures written = file.csv(ANNA, DAY, DAY, out);

        assertThat(written.all()).hasSize(1);
        assertThat(Files.readString(out)).isEqualTo("""
            "from","through","what","of","state","count","medianSeconds"\r
            "%s","%s","REFERRALS_MADE","JUDICIAL_AUTHORITY","",1,""\r
            """.formatted(DAY, DAY));
        assertThat(desk.entries("EXPORTED")).singleElement().asString().contains("referral figures", DAY.toString());
        assertThatExceptionOfType(RightRefused.class).isThrownBy(() -> file.csv(ADMIN, DAY, DAY, out));
        var reviewer = new Person("rik", Set.of(Role.REVIEWER), true);
        assertThatExceptionOfType(RightRefused.class).isThrownBy(() -> file.taken(reviewer, DAY, DAY));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> file.csv(ANNA, DAY, DAY, folder.resolve("none/figures.csv")));
        assertThat(desk.entries("EXPORTED")).hasSize(1);
    }

    private FigureReader reader() {
        return new FigureReader(store, _ -> Set.of("H-1"));
    }

    private static List<Tuple> rows(Figures figures) {
        return figures.all().stream()
                .map(one -> tuple(one.what(), one.of(), one.state(), one.count(), one.median()))
                .toList();
    }

    private String referred(String item, boolean emergency) {
        desk.flag(item, "1.1");
        return desk.refer(item, "1.1.1", emergency);
    }

    private void arrived(String referral, Duration after) throws IOException {
        var decided = clock.instant();
        Dossier made = desk.dossiers().make(LEAD, referral, new Ask("NL", null, null), "NL", AuthorityDesk.EN);
        clock.advance(after);
        desk.dossiers().receipt(LEAD, made.id(), decided.plus(after), "case 12", null);
    }

    private void answer(String item, boolean approves) {
        String decision = decision(item);
        var _ = desk.review()
                .log()
                .record(
                        SECOND.name(),
                        act -> approves
                                ? desk.review().decisions().approve(act, decision, SECOND, List.of())
                                : desk.review()
                                        .decisions()
                                        .refuse(act, decision, SECOND, "not needed here", List.of()));
    }

    private String decision(String item) {
        return desk.review().decisions().ofItem(item).getFirst().id();
    }

    private void called(String item) {
        var emergencies = new Emergencies(
                store, desk.review().log(), new StoredItems(store, StoredQueue::openCases), HiddenTests.NONE, "NL");
        var call = emergencies.call(LEAD, item, Optional.empty(), Emergencies.Said.asScripted());
        var _ = emergencies.outcome(LEAD, call.id(), OutcomeKind.TAKEN_OVER, null, "MK-7", "a car is on its way");
    }

    private Order order(String target, OrderKind kind, boolean childSafety) {
        return orders().record(
                        LEAD,
                        new NewOrder(
                                kind,
                                target,
                                "an authority",
                                "R-7",
                                "by its seal",
                                clock.instant().atOffset(ZoneOffset.UTC),
                                null,
                                null,
                                false,
                                childSafety,
                                List.of(new Subject("A-1", "")),
                                null));
    }

    private void step(Order order, StepKind kind) {
        var _ = orders().step(LEAD, order.id(), kind, clock.instant(), "what was done about it", null);
    }

    private Orders orders() {
        return new Orders(store, desk.review().log(), clock);
    }

    private void filed(String id, String environment, long at) {
        int rows = store.write(handle -> handle.execute("""
            insert into filing (id, referral_id, decision_id, item_id, environment, made_by, made_at, report, event_seq)
            values (?, 'r', 'd', 'N-1', ?, 'anna', ?, 'x', 1)
            """, id, environment, at));
        assertThat(rows).isOne();
        reply(id, 0, at);
    }

    private void reply(String id, int place, long at) {
        int rows = store.write(handle -> handle.execute("""
            insert into filing_request (filing_id, place, item_id, what, file, asked_at, sent, event_seq)
            values (?, ?, 'N-1', 'FINISH', 0, ?, 'x', 1)
            """, id, place, at) + handle.execute("""
                insert into filing_reply (filing_id, place, item_id, came_at, outcome, event_seq)
                values (?, ?, 'N-1', ?, 'DONE', 1)
                """, id, place, at));
        assertThat(rows).isEqualTo(2);
    }
}
