package org.moderationdesk.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.retention.RetentionDesk.ADMIN;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.retention.RetentionRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class RetentionTest {
    private RetentionDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new RetentionDesk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.verifies()).isTrue();
        desk.close();
    }

    @Test
    void nothingGoesWithoutAPeriodAndNoPeriodIsShorterThanTheFloor() {
        desk.flag("A-1", "u-1", "one");
        desk.decide("A-1");
        desk.later(4_000);

        assertThat(desk.retention().run(ADMIN, Progress.NONE).goes()).isZero();
        assertThat(desk.retention().periods(ADMIN)).isEmpty();
        assertRefused(Why.PERIOD, () -> set(DataClass.CONTENT, DataClass.FLOOR_DAYS - 1));
        assertRefused(Why.PERIOD, () -> set(DataClass.CONTENT, DataClass.MOST_DAYS + 1));
        set(DataClass.CONTENT, 184);
        set(DataClass.CONTENT, 200);
        assertThat(desk.retention().periods(ADMIN)).isEqualTo(Map.of(DataClass.CONTENT, 200));
        desk.retention().set(ADMIN, DataClass.CONTENT, Optional.empty());
        assertThat(desk.retention().periods(ADMIN)).isEmpty();
        assertThat(desk.entries("SETTING_CHANGED")).hasSize(3);
    }

    @Test
    void theDryRunSaysWhatTheRunDoesAndChangesNothing() {
        all(200);
        String file = desk.flag("A-1", "u-1", "one");
        desk.flag("A-2", "u-2", "two");
        desk.flag("A-3", "u-3", "three");
        desk.decide("A-1");
        desk.decide("A-2");
        desk.later(201);
        String before = desk.everything();

        Plan plan = desk.retention().plan(ADMIN, Progress.NONE);

        assertThat(desk.everything()).isEqualTo(before);
        assertThat(plan.classes().get(DataClass.LOOKS).goes()).isEqualTo(2);
        assertThat(plan.classes().get(DataClass.TEXTS).goes()).isEqualTo(2);
        assertThat(plan.classes().get(DataClass.REPORTS).goes()).isEqualTo(2);
        assertThat(plan.classes().get(DataClass.CONTENT).goes()).isEqualTo(2);
        assertThat(plan.classes().get(DataClass.ACCOUNTS).goes()).isEqualTo(2);

        Plan done = desk.retention().run(ADMIN, Progress.NONE);

        assertThat(done).isEqualTo(plan);
        assertThat(desk.number("select count(*) from look")).isZero();
        assertThat(desk.number("select count(*) from personal_text")).isZero();
        assertThat(desk.number("select count(*) from media_key")).isEqualTo(1);
        assertThat(desk.media().blob(file)).isEmpty();
        assertThat(desk.intake().file("A-1").item().text()).isNull();
        assertThat(desk.intake().file("A-1").item().thread()).isEmpty();
        assertThat(desk.intake().file("A-1").reports()).singleElement().satisfies(report -> {
            assertThat(report.report().reporter()).isNull();
            assertThat(report.report().note()).isNull();
            assertThat(report.report().sections()).containsExactly("5.3");
        });
        assertThat(desk.intake().file("A-3").item().text()).isEqualTo(RetentionDesk.TEXT);
        assertThat(desk.entries("RETENTION_RUN")).hasSize(1);
        assertThat(desk.entries("ERASED")).isNotEmpty().noneMatch(body -> body.contains(RetentionDesk.TEXT));
        assertThat(desk.review().review().open("A-1", RetentionDesk.ANNA)).isPresent();
        assertThat(desk.retention().plan(ADMIN, Progress.NONE).goes()).isZero();
    }

    @Test
    void whatIsYoungerOrOpenStays() {
        all(200);
        desk.flag("A-1", "u-1", "one");
        desk.flag("A-2", "u-1", "two");
        desk.decide("A-1");
        desk.later(199);
        assertThat(desk.retention().run(ADMIN, Progress.NONE).goes()).isZero();
        desk.later(2);

        Plan done = desk.retention().run(ADMIN, Progress.NONE);

        assertThat(done.classes().get(DataClass.CONTENT).goes()).isEqualTo(1);
        assertThat(done.classes().get(DataClass.ACCOUNTS).goes()).isZero();
        assertThat(desk.number("select count(*) from account where handle is not null"))
                .isEqualTo(1);
        assertThat(desk.intake().file("A-2").item().text()).isEqualTo(RetentionDesk.TEXT);
    }

    @Test
    void aFileThatAnotherItemHasAsWellStaysUntilTheLastOfThemGoes() {
        set(DataClass.CONTENT, 200);
        String file = desk.flag("A-1", "u-1", "same");
        desk.flag("A-2", "u-2", "same");
        desk.decide("A-1");
        desk.later(201);
        assertThat(desk.retention().run(ADMIN, Progress.NONE).goes()).isEqualTo(1);
        assertThat(desk.media().blob(file)).isPresent();

        desk.decide("A-2");
        desk.later(201);
        assertThat(desk.retention().run(ADMIN, Progress.NONE).goes()).isEqualTo(1);

        assertThat(desk.media().blob(file)).isEmpty();
    }

    @Test
    void nothingUnderAHoldGoesAndTheDryRunSaysWhy() {
        all(200);
        desk.flag("A-1", "u-1", "one");
        desk.flag("A-2", "u-2", "two");
        desk.flag("A-3", "u-3", "three");
        desk.decide("A-1");
        desk.decide("A-2", ",\"referrals\":[{\"to\":\"JUDICIAL_AUTHORITY\",\"why\":\"It names a victim.\"}]");
        desk.decide("A-3");
        approve();
        Hold onItem = hold(Hold.Subject.ITEM, "A-1", HoldKind.LEGAL);
        Hold onAccount = hold(Hold.Subject.ACCOUNT, "u-3", HoldKind.PRESERVATION);
        desk.later(201);
        String before = desk.everything();

        Plan plan = desk.retention().plan(ADMIN, Progress.NONE);
        assertThat(desk.retention().run(ADMIN, Progress.NONE)).isEqualTo(plan);

        assertThat(plan.classes().get(DataClass.CONTENT).held())
                .isEqualTo(Map.of(HoldKind.LEGAL, 1L, HoldKind.PRESERVATION, 1L, HoldKind.REFERRAL, 1L));
        assertThat(plan.goes()).isZero();
        assertThat(desk.everything()).isEqualTo(before);
        assertThat(desk.retention().holds(ADMIN)).containsExactly(onItem, onAccount);

        desk.retention().lift(ADMIN, onItem.id());
        desk.retention().lift(ADMIN, onAccount.id());
        assertRefused(Why.NO_HOLD, () -> desk.retention().lift(ADMIN, onItem.id()));
        desk.later(165);
        Plan done = desk.retention().run(ADMIN, Progress.NONE);

        assertThat(done.classes().get(DataClass.CONTENT).goes()).isEqualTo(3);
        assertThat(desk.everything()).doesNotContain(RetentionDesk.TEXT, "Somebody", "a rationale");
        assertThat(desk.entries("HOLD_PLACED")).hasSize(2).noneMatch(body -> body.contains("as the court asks"));
    }

    @Test
    void aHoldPlacedBetweenTheWalkAndTheActIsKept() {
        set(DataClass.CONTENT, 200);
        desk.flag("A-1", "u-1", "one");
        desk.decide("A-1");
        desk.later(201);
        var told = new AtomicInteger();

        Plan done = desk.retention().run(ADMIN, (_, total) -> {
            if (total > 0 && told.getAndIncrement() == 0) {
                hold(Hold.Subject.ITEM, "A-1", HoldKind.LEGAL);
            }
        });

        assertThat(done.goes()).isZero();
        assertThat(desk.intake().file("A-1").item().text()).isEqualTo(RetentionDesk.TEXT);
    }

    @Test
    void aRunThatIsStoppedLeavesWholeActsAndGoesOnLater() {
        set(DataClass.CONTENT, 200);
        for (int i = 0; i < 70; i++) {
            desk.flag("A-" + i, "u-" + i, "f" + i);
        }
        for (int i = 0; i < 70; i++) {
            desk.decide("A-" + i);
        }
        desk.later(201);

        assertThatThrownBy(() -> desk.retention().run(ADMIN, new Progress() {
                    private int asked;

                    @Override
                    public void at(long done, long total) {}

                    @Override
                    public boolean isCancelled() {
                        return asked++ > 0;
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(desk.verifies()).isTrue();
        long erased = desk.number("select count(*) from erased");
        assertThat(erased).isEqualTo(50);
        assertThat(desk.number("select count(*) from media_key")).isEqualTo(70 - erased);
        assertThat(desk.retention().run(ADMIN, Progress.NONE).goes()).isEqualTo(70 - erased);
        assertThat(desk.number("select count(*) from media_key")).isZero();
    }

    @Test
    void whoHasNoRightOrNoClearanceIsRefused() {
        for (Role role : Role.values()) {
            var person = new Person("p", Set.of(role), role != Role.ADMINISTRATOR);
            assertThatThrownBy(() -> desk.retention().plan(person, Progress.NONE))
                    .isInstanceOf(RightRefused.class);
            assertThatThrownBy(() -> desk.retention().run(person, Progress.NONE))
                    .isInstanceOf(RightRefused.class);
            assertThatThrownBy(() -> desk.retention().holds(person)).isInstanceOf(RightRefused.class);
            assertThatThrownBy(() -> desk.retention().periods(person)).isInstanceOf(RightRefused.class);
            assertThatThrownBy(() -> desk.retention().lift(person, "x")).isInstanceOf(RightRefused.class);
            assertThatThrownBy(() -> desk.retention().set(person, DataClass.LOOKS, Optional.of(300)))
                    .isInstanceOf(RightRefused.class);
            assertThatThrownBy(() ->
                            desk.retention().hold(person, Hold.Subject.ITEM, "A-1", HoldKind.LEGAL, "as it must be"))
                    .isInstanceOf(RightRefused.class);
        }
    }

    @Test
    void aHoldIsOfSomethingKnownForAReasonAndOfAKindThatAPersonPlaces() {
        desk.flag("A-1", "u-1", "one");
        assertRefused(Why.UNKNOWN, () -> hold(Hold.Subject.ITEM, "A-9", HoldKind.LEGAL));
        assertRefused(Why.UNKNOWN, () -> hold(Hold.Subject.ACCOUNT, "u-9", HoldKind.LEGAL));
        assertRefused(Why.NOT_BY_HAND, () -> hold(Hold.Subject.ITEM, "A-1", HoldKind.OPEN_CASE));
        assertRefused(
                Why.NO_REASON, () -> desk.retention().hold(ADMIN, Hold.Subject.ITEM, "A-1", HoldKind.LEGAL, "short"));
    }

    @Test
    void anErasureBehindTheLogsBackIsFound() {
        desk.flag("A-1", "u-1", "one");
        desk.decide("A-1");
        long unused = desk.store().write(handle -> handle.execute("update account set handle = null"));
        assertThat(desk.verifies()).isFalse();
        unused = desk.store().write(handle -> handle.execute("update account set handle = '@u-1'"));
    }

    @Test
    void whatIsReportedToNcmecStaysUntilItsReportArrived() {
        all(200);
        desk.flag("A-2", "u-2", "two");
        desk.decide("A-2", ",\"referrals\":[{\"to\":\"JUDICIAL_AUTHORITY\",\"why\":\"It names a victim.\"}]");
        approve();
        desk.later(800);
        assertThat(desk.retention()
                        .plan(ADMIN, Progress.NONE)
                        .classes()
                        .get(DataClass.CONTENT)
                        .held())
                .isEmpty();

        assertThat(target("NCMEC")).isEqualTo(1);
        assertThat(desk.retention().plan(ADMIN, Progress.NONE).classes().get(DataClass.CONTENT))
                .isEqualTo(new Plan.OfClass(200, 0, Map.of(HoldKind.REFERRAL, 1L)));
        assertThat(target("JUDICIAL_AUTHORITY")).isEqualTo(1);
    }

    /** As no act does: to see what it depends on. */
    private int target(String name) {
        return desk.store().write(handle -> handle.execute("update referral set target = ?", name));
    }

    private void approve() {
        var waiting = desk.review().decisions().awaiting(Person.alone("bram"));
        assertThat(waiting).hasSize(1);
        var changed = desk.review().review().approve(waiting.getFirst().id(), Person.alone("bram"));
        assertThat(changed.line().id()).isEqualTo(waiting.getFirst().id());
    }

    private Hold hold(Hold.Subject subject, String id, HoldKind kind) {
        return desk.retention().hold(ADMIN, subject, id, kind, "as the court asks");
    }

    private void set(DataClass what, int days) {
        desk.retention().set(ADMIN, what, Optional.of(days));
    }

    private void all(int days) {
        for (DataClass what : DataClass.values()) {
            set(what, days);
        }
    }

    private static void assertRefused(Why why, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RetentionRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
