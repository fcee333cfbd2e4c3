package org.moderationdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.orders.OrderRefused.Why;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class OrdersTest {
    private static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), true);
    private static final Person UNCLEARED = new Person("una", Set.of(Role.TEAM_LEAD), false);
    private static final byte[] PAPER = "the order itself".getBytes(StandardCharsets.UTF_8);
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();
    private final ReviewDesk desk = new ReviewDesk(store, clock);
    private final Orders orders = new Orders(store, desk.log(), clock);

    @AfterEach
    void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void anOrderRunsByTheClockOfTheLawAndIsOverdueOnceThatIsOver() {
        desk.flag("A-1", "5.3");
        Order order = orders.record(LEAD, removal("A-1", null));

        assertThat(order.due()).isEqualTo(TestClock.START.plus(HOUR));
        assertThat(order.received().getOffset()).isEqualTo(ZoneOffset.ofHours(1));
        clock.advance(HOUR);
        assertThat(only().isOverdue(clock.instant())).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(only().isOverdue(clock.instant())).isTrue();
        assertThat(orders.document(LEAD, order.id(), String.valueOf(order.document())))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(PAPER));

        orders.step(LEAD, order.id(), StepKind.DONE, clock.instant(), "removed in every Member State", null);

        assertThat(only().state()).isEqualTo(OrderState.ANSWERED);
        assertThat(only().isOverdue(clock.instant())).isFalse();
        assertThat(only().wasLate()).isTrue();
        assertThat(only().steps()).singleElement().satisfies(step -> assertThat(step.words())
                .isEqualTo("removed in every Member State"));
        assertRefused(
                Why.ENDED,
                () -> orders.step(
                        LEAD, order.id(), StepKind.DONE, clock.instant(), "once more, for good measure", null));
        assertThat(entries()).noneMatch(body -> body.contains("every Member State"));
    }

    @Test
    void anAuthorityMayGiveLessTimeThanTheLawAndNeverMore() {
        assertThat(orders.record(LEAD, removal(null, Duration.ofMinutes(20))).due())
                .isEqualTo(TestClock.START.plus(Duration.ofMinutes(20)));
        assertRefused(Why.WITHIN, () -> orders.record(LEAD, removal(null, Duration.ofHours(2))));
        assertRefused(Why.WITHIN, () -> orders.record(LEAD, removal(null, Duration.ZERO)));
        assertRefused(Why.WITHIN, () -> orders.record(LEAD, police(OrderKind.INFORMATION, null, null)));
        assertThat(orders.record(LEAD, police(OrderKind.INFORMATION, Duration.ofDays(5), null))
                        .due())
                .isEqualTo(TestClock.START.plus(Duration.ofDays(5)));
    }

    @Test
    void whatCannotBeDoneStandsStillAndBeginsAnewOnceTheObstacleIsGone() {
        Order order = orders.record(LEAD, removal(null, null));
        assertRefused(
                Why.NOT_STOPPED,
                () -> orders.step(LEAD, order.id(), StepKind.RESUMED, clock.instant(), "the obstacle is gone", null));
        orders.step(LEAD, order.id(), StepKind.IMPOSSIBLE, clock.instant(), "the address is not complete", PAPER);
        clock.advance(Duration.ofHours(9));
        assertThat(only().state()).isEqualTo(OrderState.STOPPED);
        assertThat(only().isOverdue(clock.instant())).isFalse();

        orders.step(LEAD, order.id(), StepKind.RESUMED, clock.instant(), "the address is complete now", null);

        assertThat(only().state()).isEqualTo(OrderState.OPEN);
        assertThat(only().due()).isEqualTo(clock.instant().plus(HOUR));
        clock.advance(HOUR.plusMillis(1));
        assertThat(only().isOverdue(clock.instant())).isTrue();
    }

    @Test
    void theFirstDueComesFirstAndTheAnsweredLast() {
        Order slow = orders.record(LEAD, police(OrderKind.INFORMATION, Duration.ofDays(2), null));
        Order done = orders.record(LEAD, removal(null, null));
        Order fast = orders.record(LEAD, removal(null, Duration.ofMinutes(10)));
        orders.step(LEAD, done.id(), StepKind.DONE, clock.instant(), "removed everywhere", null);

        assertThat(orders.all(LEAD, 9))
                .extracting(line -> line.order().id())
                .containsExactly(fast.id(), slow.id(), done.id());
    }

    @Test
    void whatIsOpenIsListedHoweverManyHaveEndedSinceAndTheNewestOfThose() {
        Order open = orders.record(LEAD, removal(null, null));
        clock.advance(Duration.ofSeconds(1));
        Order stopped = orders.record(LEAD, removal(null, null));
        orders.step(LEAD, stopped.id(), StepKind.IMPOSSIBLE, clock.instant(), "the address is not complete", null);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(1));
            Order done = orders.record(LEAD, removal(null, null));
            orders.step(LEAD, done.id(), StepKind.DONE, clock.instant(), "removed everywhere " + i, null);
        }

        assertThat(orders.all(LEAD, 0)).extracting(line -> line.order().id()).containsExactly(open.id(), stopped.id());
        assertThat(orders.all(LEAD, 2).subList(2, 4))
                .extracting(line -> line.steps().getLast().words())
                .containsExactly("removed everywhere 2", "removed everywhere 1");
    }

    @Test
    void whatAnOrderIsAboutIsHeldWhileItIsOpenAndAsLongAsItAsks() {
        desk.flag("A-1", "5.3");
        desk.flag("A-2", "5.3");
        desk.flag("A-3", "5.3");
        Order removal = orders.record(LEAD, removal("A-1", null));
        Instant until = TestClock.START.plus(Duration.ofDays(90));
        Order keep = orders.record(LEAD, police(OrderKind.PRESERVATION, Duration.ofDays(1), until, "A-2"));
        orders.record(LEAD, police(OrderKind.DESTRUCTION, Duration.ofDays(1), null, "A-3"));
        assertThat(held()).containsExactlyInAnyOrder("A-1", "A-2");

        orders.step(LEAD, removal.id(), StepKind.DONE, clock.instant(), "removed everywhere", null);
        orders.step(LEAD, keep.id(), StepKind.DONE, clock.instant(), "kept as it was asked", null);
        assertThat(held()).containsExactly("A-2");
        clock.advance(Duration.ofDays(89));
        assertThat(held()).containsExactly("A-2");
        clock.advance(Duration.ofDays(2));
        assertThat(held()).isEmpty();
    }

    @Test
    void whatIsTakenBackHoldsNothing() {
        desk.flag("A-1", "5.3");
        Instant until = TestClock.START.plus(Duration.ofDays(90));
        Order keep = orders.record(LEAD, police(OrderKind.PRESERVATION, Duration.ofDays(1), until, "A-1"));
        orders.step(LEAD, keep.id(), StepKind.WITHDRAWN, clock.instant(), "taken back by mail", null);

        assertThat(held()).isEmpty();
        assertThat(only().state()).isEqualTo(OrderState.WITHDRAWN);
    }

    @Test
    void whoIsNotClearedKnowsOfNoneAboutChildren() {
        desk.flag("C-1", "8.1");
        Order order = orders.record(LEAD, removal("C-1", null));

        assertThat(order.childSafety()).isTrue();
        assertThat(orders.all(UNCLEARED, 9)).isEmpty();
        assertThat(orders.find(UNCLEARED, order.id())).isEmpty();
        assertRefused(Why.NO_SUCH_ITEM, () -> orders.record(UNCLEARED, removal("C-1", null)));
        assertRefused(
                Why.NO_SUCH_ORDER,
                () -> orders.step(UNCLEARED, order.id(), StepKind.DONE, clock.instant(), "removed everywhere", null));
        Order another = orders.record(LEAD, removal(null, null));
        assertThat(orders.all(UNCLEARED, 9))
                .extracting(line -> line.order().id())
                .containsExactly(another.id());
    }

    @Test
    void whatIsNotWholeIsRefused() {
        Instant until = TestClock.START.plus(Duration.ofDays(90));
        assertRefused(Why.NO_SUCH_ITEM, () -> orders.record(LEAD, removal("none", null)));
        assertRefused(Why.UNTIL, () -> orders.record(LEAD, police(OrderKind.PRESERVATION, HOUR, null)));
        assertRefused(Why.UNTIL, () -> orders.record(LEAD, police(OrderKind.REMOVAL, HOUR, until)));
        assertRefused(Why.NO_SUCH_TARGET, () -> orders.record(LEAD, order("NL_113", OrderKind.REMOVAL, HOUR, null)));
        assertRefused(Why.NO_SUCH_TARGET, () -> orders.record(LEAD, order("NOBODY", OrderKind.REMOVAL, HOUR, null)));
        clock.advance(Duration.ofMinutes(-5));
        assertRefused(Why.RECEIVED, () -> orders.record(LEAD, removal(null, null)));
        clock.advance(Duration.ofDays(400));
        assertRefused(Why.RECEIVED, () -> orders.record(LEAD, removal(null, null)));
        var reviewer = new Person("rita", Set.of(Role.REVIEWER), true);
        assertThatExceptionOfType(RightRefused.class).isThrownBy(() -> orders.record(reviewer, removal(null, null)));
        assertThat(orders.all(LEAD, 9)).isEmpty();
    }

    private OrderLine only() {
        List<OrderLine> all = orders.all(LEAD, 9);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Set<String> held() {
        return store.read(handle -> HeldByOrder.items(handle, List.of("A-1", "A-2", "A-3"), clock.instant()));
    }

    private List<String> entries() {
        return store.read(handle -> handle.createQuery("select body from event where kind like 'ORDER_%'")
                .mapTo(String.class)
                .list());
    }

    private static NewOrder removal(@Nullable String item, @Nullable Duration within) {
        return item == null
                ? order("TCO_ORDER", OrderKind.REMOVAL, within, null)
                : order("TCO_ORDER", OrderKind.REMOVAL, within, null, item);
    }

    private static NewOrder police(
            OrderKind kind, @Nullable Duration within, @Nullable Instant until, String... items) {
        return order("NL_POLICE", kind, within, until, items);
    }

    private static NewOrder order(
            String target, OrderKind kind, @Nullable Duration within, @Nullable Instant until, String... items) {
        List<Subject> subjects = new ArrayList<>(List.of(new Subject(null, "https://example.org/1")));
        for (String item : items) {
            subjects.add(new Subject(item, ""));
        }
        return new NewOrder(
                kind,
                target,
                "An authority",
                "REF-1",
                "called back on the number of its site",
                OffsetDateTime.ofInstant(TestClock.START, ZoneOffset.ofHours(1)),
                within,
                until,
                false,
                false,
                subjects,
                PAPER);
    }

    private static void assertRefused(Why why, ThrowingCallable act) {
        assertThatExceptionOfType(OrderRefused.class).isThrownBy(act).satisfies(refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
