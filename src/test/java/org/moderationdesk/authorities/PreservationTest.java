package org.moderationdesk.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.authorities.AuthorityDesk.ADMIN;
import static org.moderationdesk.authorities.AuthorityDesk.EN;
import static org.moderationdesk.authorities.AuthorityDesk.LEAD;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.referrals.targets.AddedTarget;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.HoldKind;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.retention.Preserved;
import org.moderationdesk.retention.Preserved.Cause;
import org.moderationdesk.retention.Preserved.State;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.retention.RetentionRefused;
import org.moderationdesk.retention.RetentionRefused.Why;
import org.moderationdesk.retention.ToDestroy;

/** What orders, dossiers and ends of holds keep from being erased, and what an order destroys. */
@OnBothStores
class PreservationTest {
    private static final Duration SOON = Duration.ofDays(30);

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();

    @TempDir
    private Path folder;

    private AuthorityDesk desk;
    private MediaStore media;
    private Orders orders;

    @BeforeEach
    void begin() {
        desk = new AuthorityDesk(store, folder, clock);
        media = new MediaStore(folder.resolve("desk-media"), store);
        orders = new Orders(store, desk.review().log(), clock);
        for (DataClass what : DataClass.values()) {
            retention().set(ADMIN, what, Optional.of(DataClass.FLOOR_DAYS));
        }
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        store.close();
    }

    @Test
    void whatAnAuthorityAsksForStaysWhateverElseSaysSo() {
        settled("A-1");
        later(300);
        Order order = order(OrderKind.INFORMATION, "A-1", null);

        letGo();
        assertThat(words("A-1")).isTrue();
        assertThat(preserved())
                .extracting(Preserved::cause, Preserved::state)
                .containsExactly(tuple(Cause.ORDER, State.WAITS));

        orders.step(LEAD, order.id(), StepKind.DONE, clock.instant(), "handed over to them", null);
        letGo();
        assertThat(words("A-1")).isFalse();
        assertThat(preserved()).isEmpty();
    }

    @Test
    void aRequestToPreserveHoldsUntilItsDayAndIsListedAsEndingSoon() {
        settled("A-1");
        later(300);
        Order order = order(OrderKind.PRESERVATION, "A-1", clock.instant().plus(Duration.ofDays(90)));
        orders.step(LEAD, order.id(), StepKind.DONE, clock.instant(), "kept as it was asked", null);
        assertThat(preserved()).extracting(Preserved::state).containsExactly(State.STANDS);

        later(61);
        assertThat(preserved()).extracting(Preserved::state).containsExactly(State.ENDS_SOON);
        letGo();
        assertThat(words("A-1")).isTrue();
        later(30);
        assertThat(preserved()).isEmpty();
        letGo();
        assertThat(words("A-1")).isFalse();
    }

    @Test
    void whatWasHandedOverIsKeptAsLongAsItsTargetSaysWhichAnAdministratorSets() throws IOException {
        desk.targets().set(ADMIN, 0, AddedTarget.police("BE_POLICE", "BE", 700));
        desk.flag("A-1", "1.1");
        String referral = desk.refer("A-1", "1.1.1", true);
        Dossier made = desk.dossiers().make(LEAD, referral, new Ask("BE", null, null), "NL", EN);
        later(20);
        var _ = desk.dossiers().receipt(LEAD, made.id(), clock.instant(), "BE-1", null);

        later(690);
        letGo();
        assertThat(words("A-1")).isTrue();
        assertThat(preserved())
                .extracting(Preserved::cause, Preserved::state)
                .containsExactly(tuple(Cause.RECEIPT, State.ENDS_SOON));
        later(11);
        letGo();
        assertThat(words("A-1")).isFalse();
    }

    @Test
    void aHoldWhoseEndHasPassedHoldsOnAndIsListedAsOverdueUntilSomebodyActs() {
        settled("A-1");
        later(300);
        Hold hold = retention().hold(ADMIN, Hold.Subject.ITEM, "A-1", HoldKind.PRESERVATION, "asked by an authority");
        assertThat(preserved()).extracting(Preserved::state).containsExactly(State.NO_END);
        retention().extend(ADMIN, hold.id(), clock.instant().plus(Duration.ofDays(90)), "for ninety days");
        assertThat(preserved()).extracting(Preserved::state).containsExactly(State.STANDS);
        later(91);
        assertThat(preserved()).extracting(Preserved::state).containsExactly(State.OVERDUE);
        letGo();
        assertThat(words("A-1")).isTrue();

        retention().extend(ADMIN, hold.id(), clock.instant().plus(Duration.ofDays(90)), "renewed, as they asked");
        assertThat(preserved()).singleElement().satisfies(one -> assertThat(one.ends())
                .isEqualTo(clock.instant().plus(Duration.ofDays(90))));
        assertRefused(Why.END, () -> retention().extend(ADMIN, hold.id(), clock.instant(), "an end that is now"));
        assertRefused(Why.NO_REASON, () -> retention()
                .extend(ADMIN, hold.id(), clock.instant().plus(SOON), "no"));
        retention().lift(ADMIN, hold.id());
        assertRefused(Why.NO_HOLD, () -> retention()
                .extend(ADMIN, hold.id(), clock.instant().plus(SOON), "renewed, as they asked"));
        letGo();
        assertThat(words("A-1")).isFalse();
        assertThat(desk.entries("HOLD_EXTENDED")).hasSize(2).noneMatch(body -> body.contains("ninety"));
    }

    @Test
    void anOrderToDestroyEndsWhatTheReportPreservedAndTheLogProvesIt() throws IOException {
        String file = desk.flag("A-1", "8.1");
        refer("A-1");
        later(30);
        assertRefused(Why.NO_ORDER, () -> retention().destroy(ADMIN, "none", "A-1"));
        Order order = order(OrderKind.DESTRUCTION, "A-1", null);
        letGo();
        assertThat(words("A-1"))
                .as("an order to destroy lets nothing else erase it")
                .isTrue();
        assertRefused(Why.NO_ORDER, () -> retention().destroy(ADMIN, order.id(), "A-2"));
        assertThat(retention().toDestroy(ADMIN))
                .containsExactly(new ToDestroy(order.id(), "An authority", "REF-1", "A-1", LEAD.name()));
        Hold hold = retention().hold(ADMIN, Hold.Subject.ITEM, "A-1", HoldKind.LEGAL, "asked by a court");
        assertRefused(Why.HELD_OTHERWISE, () -> retention().destroy(ADMIN, order.id(), "A-1"));
        retention().lift(ADMIN, hold.id());

        int saved = store.write(handle ->
                handle.execute("insert into filing_draft (referral_id, item_id, body, saved_by, saved_at, revision)"
                        + " values ('R-1', 'A-1', '{}', 'anna', 0, 1)"));
        assertThat(saved).isOne();

        assertThat(retention().destroy(ADMIN, order.id(), "A-1")).containsExactly(file);
        assertThat(store.<Integer>read(handle -> handle.createQuery("select count(*) from filing_draft")
                        .mapTo(Integer.class)
                        .one()))
                .as("drafts of a report about it")
                .isZero();

        assertThat(retention().toDestroy(ADMIN))
                .as("what is gone, while the order is not answered yet")
                .isEmpty();
        assertThat(words("A-1")).isFalse();
        assertThat(media.blob(file)).isEmpty();
        assertThat(desk.entries("DESTROYED"))
                .singleElement()
                .satisfies(body -> assertThat(body).contains(order.id(), file).doesNotContain("made up words"));
        orders.step(LEAD, order.id(), StepKind.DONE, clock.instant(), "destroyed for good", null);
        assertRefused(Why.NO_ORDER, () -> retention().destroy(ADMIN, order.id(), "A-1"));
    }

    private Retention retention() {
        return new Retention(store, desk.review().log(), media, clock);
    }

    private List<Preserved> preserved() {
        return retention().preserved(ADMIN, SOON);
    }

    /** By both paths that erase. */
    private void letGo() {
        var _ = retention().run(ADMIN, Progress.NONE);
        var erasure = new PersonErasure(store, desk.review().log(), media, clock);
        try {
            var _ = erasure.erase(ADMIN, "u-1", "R-1", Progress.NONE);
        } catch (RetentionRefused unknown) {
            assertThat(unknown.why()).isEqualTo(Why.UNKNOWN);
        }
    }

    /** Whether the desk still has what the item says. */
    private boolean words(String item) {
        return store.read(handle -> handle
                .createQuery("select content from item_version where item_id = ?")
                .bind(0, item)
                .mapTo(String.class)
                .list()
                .stream()
                .anyMatch(content -> content.contains("made up words")));
    }

    private void settled(String item) {
        desk.flag(item, "5.3");
        desk.remove(item, "5.3.1", "");
    }

    private void refer(String item) {
        desk.remove(
                item, "8.1.1", "\"referrals\":[{\"to\":\"NCMEC\",\"why\":\"a placeholder\",\"threatToLife\":true}],");
    }

    private void later(int days) {
        clock.advance(Duration.ofDays(days));
    }

    private Order order(OrderKind kind, String item, @Nullable Instant until) {
        return orders.record(
                LEAD,
                new NewOrder(
                        kind,
                        "NL_POLICE",
                        "An authority",
                        "REF-1",
                        "called back",
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Duration.ofDays(5),
                        until,
                        false,
                        false,
                        List.of(new Subject(item, "")),
                        null));
    }

    private static void assertRefused(Why why, ThrowingCallable act) {
        assertThatExceptionOfType(RetentionRefused.class).isThrownBy(act).satisfies(refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
