package org.moderationdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.staff.Role.ADMINISTRATOR;
import static org.moderationdesk.staff.Role.REVIEWER;
import static org.moderationdesk.staff.Role.TEAM_LEAD;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.PeopleRefused.Why;

class StoredPeopleTest {
    private static final Person ALONE = Person.alone("computer");
    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER = "another long password";

    private final TestClock clock = new TestClock();
    private final Store store = TestStore.create();
    private final People people = reopened();

    private People reopened() {
        return new StoredPeople(store, new StoredEventLog(store, clock), clock);
    }

    @AfterEach
    void close() {
        assertThat(verifies()).isTrue();
        store.close();
    }

    @Test
    void aNewDeskKnowsNobodyAndItsFirstPersonManagesPeople() {
        assertThat(people.isEmpty()).isTrue();
        assertRefused(
                () -> people.first(ALONE, "Noor", Set.of(REVIEWER), false, PASSWORD), Why.FIRST_IS_NO_ADMINISTRATOR);
        assertRefused(() -> people.add(ALONE, "Noor", Set.of(TEAM_LEAD), true), Why.FIRST_IS_NO_ADMINISTRATOR);
        assertThat(people.isEmpty()).isTrue();

        Member first = people.first(ALONE, " Noor ", Set.of(ADMINISTRATOR, REVIEWER), true, PASSWORD);

        assertThat(people.all()).containsExactly(first);
        assertThat(first).isEqualTo(new Member("Noor", Set.of(ADMINISTRATOR, REVIEWER), true, false, false, null));
        assertThat(people.signIn("noor", PASSWORD)).isEqualTo(new SignedIn.In(first.person(), false));
        assertThatThrownBy(() -> people.first(ALONE, "Eve", Set.of(ADMINISTRATOR), false, PASSWORD))
                .isInstanceOfSatisfying(RightRefused.class, refused -> assertThat(refused.right())
                        .isEqualTo(Right.MANAGE_PEOPLE));
    }

    @Test
    void whoIsAddedChoosesAnotherPasswordThanTheOneTheyWereGiven() {
        Person noor = noor();
        String given = people.add(noor, "Bram", Set.of(REVIEWER), false);

        assertThat(given).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(people.signIn("Bram", given))
                .isEqualTo(new SignedIn.In(new Person("Bram", Set.of(REVIEWER), false), true));
        assertRefused(() -> people.changeOwnPassword("Bram", given, given), Why.PASSWORD_IS_OLD);
        assertThat(people.changeOwnPassword("Bram", OTHER, PASSWORD)).isEqualTo(new SignedIn.Wrong(null));
        assertThat(people.changeOwnPassword("Bram", given, OTHER))
                .isEqualTo(new SignedIn.In(new Person("Bram", Set.of(REVIEWER), false), false));
        assertThat(people.signIn("Bram", given)).isInstanceOf(SignedIn.Wrong.class);
        assertThat(people.signIn("Bram", OTHER)).isInstanceOf(SignedIn.In.class);

        String again = people.reset(noor, "bram");
        assertThat(people.signIn("Bram", OTHER)).isInstanceOf(SignedIn.Wrong.class);
        assertThat(people.signIn("Bram", again))
                .isEqualTo(new SignedIn.In(new Person("Bram", Set.of(REVIEWER), false), true));
    }

    @Test
    void onlyAnAdministratorOfThisMomentManagesPeople() {
        Person noor = noor();
        people.add(noor, "Bram", Set.of(REVIEWER, TEAM_LEAD), true);
        people.add(noor, "Mila", Set.of(ADMINISTRATOR), false);
        Person bram = people.find("Bram").orElseThrow().person();
        Person mila = people.find("Mila").orElseThrow().person();
        List<ThrowingCallable> acts = List.of(
                () -> people.add(bram, "Eve", Set.of(ADMINISTRATOR), true),
                () -> people.setRoles(bram, "Bram", Set.of(ADMINISTRATOR)),
                () -> people.setClearance(bram, "Bram", true),
                () -> people.setDisabled(bram, "Mila", true),
                () -> people.reset(bram, "Noor"),
                () -> people.setRoles(ALONE, "Bram", Set.of(ADMINISTRATOR)));

        assertThat(acts).allSatisfy(act -> assertThatThrownBy(act)
                .isInstanceOfSatisfying(RightRefused.class, refused -> assertThat(refused.right())
                        .isEqualTo(Right.MANAGE_PEOPLE)));
        people.setRoles(noor, "Mila", Set.of(REVIEWER));
        assertThatThrownBy(() -> people.add(mila, "Eve", Set.of(REVIEWER), true))
                .isInstanceOf(RightRefused.class);
    }

    @Test
    void theLastAdministratorWhoCanSignInStays() {
        Person noor = noor();
        people.add(noor, "Mila", Set.of(ADMINISTRATOR), false);
        people.setDisabled(noor, "Mila", true);

        assertRefused(() -> people.setDisabled(noor, "Noor", true), Why.LAST_ADMINISTRATOR);
        assertRefused(() -> people.setRoles(noor, "Noor", Set.of(REVIEWER)), Why.LAST_ADMINISTRATOR);
        assertRefused(() -> people.setRoles(noor, "Noor", Set.of()), Why.NO_ROLE);

        people.setDisabled(noor, "Mila", false);
        Person mila = people.find("Mila").orElseThrow().person();
        assertThat(people.setDisabled(mila, "Noor", true).disabled()).isTrue();
        assertThat(people.signIn("Noor", PASSWORD)).isInstanceOf(SignedIn.Disabled.class);
        assertThat(people.signIn("Noor", OTHER)).isInstanceOf(SignedIn.Wrong.class);
        assertThat(people.working()).containsExactly(mila);
    }

    @Test
    void wrongTriesWaitLongerAndLongerAndTheWaitOutlivesTheDesk() {
        noor();
        for (int free = 1; free <= 3; free++) {
            assertThat(people.signIn("Noor", OTHER)).isEqualTo(new SignedIn.Wrong(null));
        }
        Instant until = clock.instant().plusSeconds(5);
        assertThat(people.signIn("Noor", OTHER)).isEqualTo(new SignedIn.Wrong(until));
        assertThat(people.signIn("NOOR", PASSWORD)).isEqualTo(new SignedIn.Wait(until));
        assertThat(reopened().signIn("Noor", PASSWORD)).isEqualTo(new SignedIn.Wait(until));

        clock.advance(Duration.ofSeconds(5));
        assertThat(reopened().signIn("Noor", OTHER))
                .isEqualTo(new SignedIn.Wrong(clock.instant().plusSeconds(15)));
        clock.advance(Duration.ofSeconds(15));
        assertThat(people.signIn("Noor", PASSWORD)).isInstanceOf(SignedIn.In.class);
        assertThat(people.signIn("Noor", OTHER)).as("forgotten").isEqualTo(new SignedIn.Wrong(null));
    }

    @Test
    void growingWaitsSurviveARestart(@TempDir Path home) throws StoreRefused {
        var door = new StoreDoor(new DeskFolder(home), clock);
        try (Store first = door.create().store()) {
            People there = new StoredPeople(first, new StoredEventLog(first, clock), clock);
            var unused = there.first(ALONE, "Noor", Set.of(ADMINISTRATOR), true, PASSWORD);
            for (int wrong = 1; wrong <= 4; wrong++) {
                assertThat(there.signIn("Noor", OTHER)).isInstanceOf(SignedIn.Wrong.class);
            }
        }
        Instant until = clock.instant().plusSeconds(5);

        try (Store again = door.open(new Unlock.Alone())) {
            People there = new StoredPeople(again, new StoredEventLog(again, clock), clock);
            assertThat(there.signIn("Noor", PASSWORD)).isEqualTo(new SignedIn.Wait(until));
            clock.advance(Duration.ofSeconds(5));
            assertThat(there.signIn("Noor", OTHER))
                    .as("three times as long as before")
                    .isEqualTo(new SignedIn.Wrong(clock.instant().plusSeconds(15)));
        }
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHour() {
        assertThat(List.of(1, 3, 4, 5, 6, 7, 8, 9, 1_000).stream()
                        .map(wrong -> SignInTries.waits(wrong).toSeconds()))
                .containsExactly(0L, 0L, 5L, 15L, 45L, 135L, 405L, 900L, 900L);
    }

    @Test
    void aNameThatNobodyHasWaitsAsWellAndIsNotKeptInTheClear() {
        noor();
        for (int tried = 0; tried < 3; tried++) {
            people.signIn("typed my passw0rd here", OTHER);
        }
        assertThat(people.signIn("typed my passw0rd here", OTHER))
                .isEqualTo(new SignedIn.Wrong(clock.instant().plusSeconds(5)));
        List<String> kept = store.read(handle -> handle.createQuery("select name_hash from sign_in_try")
                .mapTo(String.class)
                .list());
        assertThat(kept).hasSize(1).noneMatch(name -> name.contains("passw0rd"));

        clock.advance(Duration.ofDays(2));
        people.signIn("Noor", PASSWORD);
        assertThat(number("select count(*) from sign_in_try")).isZero();
    }

    @Test
    void aNameThatNobodyHasCostsTheSameWork() {
        noor();
        people.signIn("Noor", OTHER);
        long known = fastest(() -> people.signIn("Noor", OTHER));
        long unknown = fastest(() -> people.signIn("Nobody", OTHER));

        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    @Test
    void theLogTellsEachChangeByWhomAndNeverAPassword() {
        Person noor = noor();
        String given = people.add(noor, "Bram", Set.of(REVIEWER), false);
        people.setRoles(noor, "Bram", Set.of(REVIEWER, TEAM_LEAD));
        people.setClearance(noor, "Bram", true);
        people.setClearance(noor, "Bram", true);
        people.changeOwnPassword("Bram", given, OTHER);
        people.onShift(noor);
        people.offShift(noor);
        people.reset(noor, "Bram");
        people.setDisabled(noor, "Bram", true);

        List<String> told = store.read(
                handle -> handle.createQuery("select kind || ' ' || person from event where kind <> 'STORE_CREATED'")
                        .mapTo(String.class)
                        .list());
        assertThat(told)
                .containsExactly(
                        "PERSON_ADDED computer",
                        "PERSON_ADDED Noor",
                        "PERSON_CHANGED Noor",
                        "PERSON_CHANGED Noor",
                        "PASSWORD_CHANGED Bram",
                        "ON_SHIFT Noor",
                        "OFF_SHIFT Noor",
                        "PASSWORD_RESET Noor",
                        "PERSON_CHANGED Noor");
        List<String> hashes = store.read(handle -> handle.createQuery("select hash from person_password")
                .mapTo(String.class)
                .list());
        List<String> bodies = store.read(handle ->
                handle.createQuery("select body from event").mapTo(String.class).list());
        assertThat(hashes).hasSize(2).allMatch(hash -> hash.startsWith("$argon2id$v=19$m=65536,t=3,p=1$"));
        assertThat(bodies)
                .noneMatch(body -> body.contains("argon2")
                        || hashes.stream().anyMatch(hash -> body.contains(hash.substring(hash.lastIndexOf('$'))))
                        || body.contains(given)
                        || body.contains(PASSWORD));
    }

    @Test
    void aRoleGivenBehindTheLogsBackIsFound() {
        noor();
        execute("update person set roles = 'ADMINISTRATOR TEAM_LEAD'");
        assertThat(verifies()).isFalse();
        execute("update person set roles = 'ADMINISTRATOR REVIEWER'");
    }

    @Test
    void whoIsOnShiftIsKnownAndWhoIsDisabledIsNot() {
        Person noor = noor();
        people.add(noor, "Bram", Set.of(REVIEWER), false);
        Person bram = people.find("Bram").orElseThrow().person();
        people.onShift(bram);
        Instant since = clock.instant();
        clock.advance(Duration.ofHours(1));
        people.onShift(bram);
        people.onShift(noor);

        assertThat(people.whoIsOnShift()).extracting(Member::name).containsExactly("Bram", "Noor");
        assertThat(people.find("bram").orElseThrow().onShiftSince()).isEqualTo(since);

        people.setDisabled(noor, "Bram", true);
        people.onShift(bram);
        assertThat(people.whoIsOnShift()).extracting(Member::name).containsExactly("Noor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "desk", "Desk", "a;drop", "-n", "line\nbreak", "\u202Eroon", "ﬁ\u0000"})
    void aNameThatCouldMisleadIsRefused(String name) {
        assertRefused(() -> people.first(ALONE, name, Set.of(ADMINISTRATOR), false, PASSWORD), Why.NAME_UNUSABLE);
    }

    @Test
    void namesThatLookAlikeAreOneName() {
        Person noor = noor();
        assertRefused(() -> people.add(noor, "NOOR", Set.of(REVIEWER), false), Why.NAME_TAKEN);
        assertRefused(() -> people.add(noor, "\uFF2Eoor", Set.of(REVIEWER), false), Why.NAME_TAKEN);
        assertRefused(() -> people.setRoles(noor, "Eve", Set.of(REVIEWER)), Why.UNKNOWN);
    }

    @Test
    void aPasswordIsLongAndNotTheName() {
        assertRefused(() -> PasswordRules.check("Noor", "eleven char"), Why.PASSWORD_TOO_SHORT);
        assertRefused(() -> PasswordRules.check("Noor", "a".repeat(129)), Why.PASSWORD_TOO_LONG);
        assertRefused(() -> PasswordRules.check("Noor de Wit-Smit", "noor de wit-smit"), Why.PASSWORD_IS_NAME);
        PasswordRules.check("Noor", "a".repeat(12));
        PasswordRules.check("Noor", "\uD83D\uDE00".repeat(128));
        assertRefused(() -> PasswordRules.check("Noor", "\uD83D\uDE00".repeat(11)), Why.PASSWORD_TOO_SHORT);
    }

    @Test
    void aPasswordFitsHoweverTheKeyboardComposedIt() {
        var hash = PasswordHash.parse(PasswordHash.of("caf\u00E9 au lait ").text());
        assertThat(hash.fits("cafe\u0301 au lait ")).isTrue();
        assertThat(hash.fits("cafe au lait ")).isFalse();
    }

    private Person noor() {
        return people.first(ALONE, "Noor", Set.of(ADMINISTRATOR, REVIEWER), false, PASSWORD)
                .person();
    }

    private boolean verifies() {
        return new Verifier(store, StaffTables.all()).verify(Progress.NONE).intact();
    }

    private long number(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void execute(String sql) {
        int rows = store.write(handle -> handle.execute(sql));
        assertThat(rows).isPositive();
    }

    private static long fastest(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long started = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - started);
        }
        return best;
    }

    private static void assertRefused(ThrowingCallable act, Why why) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PeopleRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
