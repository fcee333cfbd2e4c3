package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.review.TeamShift.Trouble;
import org.moderationdesk.review.TeamWitness.Told;
import org.moderationdesk.staff.Person;

/** Fifty people clear one queue together; the log is the witness. */
@OnPostgres
class TeamTrialTest {
    private static final boolean LONG = Boolean.getBoolean("desk.long");
    private static final int CASES = Integer.getInteger("desk.team.cases", LONG ? 20_000 : 1_000);
    private static final int KILLS = LONG ? 5 : 1;
    private static final int HANDS = 50;
    private static final String NAME = "team";
    private static final String SECRET = "a long password of a test";
    private static final long LEASE = TeamShift.LEASES.lease().toMillis();

    @TempDir
    private Path folder;

    @Test
    void fiftyPeopleClearOneSharedQueueWhileItsServerIsKilled() throws Exception {
        try (var server = PostgresServer.start()) {
            var door = new SharedStoreDoor(server.place(NAME));
            door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
            List<Person> people = TeamShift.people(HANDS);
            TeamShift.letIn(server, door, people, SECRET);
            try (ReviewDesk desk = owner(door)) {
                TeamShift.fill(desk, folder, CASES);
            }
            var clock = new TeamShift.Clock();
            List<Trouble> trouble = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                trouble.add(() -> {
                    server.kill();
                    server.startAgain();
                });
            }
            trouble.add(trouble.size() / 2, clock);

            var told = new TeamShift(
                            person -> new ReviewDesk(door.open(person.name(), SECRET, 2), clock, TeamShift.LEASES),
                            people,
                            CASES)
                    .work(trouble);

            double bare = BareClaims.aSecond(server, NAME, HANDS, CASES);
            say("PostgreSQL", told, ", a bare skip locked loop %.0f claims a second".formatted(bare));
            try (ReviewDesk desk = owner(door)) {
                assertThat(TeamWitness.of(desk.store(), told.confirmed(), CASES))
                        .isEmpty();
            }
            assertThat(told.losses()).as("hands that noticed the server's end").isPositive();
            assertThat(told.refused()).as("decisions after their lease").isPositive();
        }
    }

    @Test
    void fiftyPeopleClearOneQueueInOneProcess() throws Exception {
        var home = new DeskFolder(folder.resolve("desk"));
        var clock = new TeamShift.Clock();
        Store store = new StoreDoor(home, clock).create().store();
        var desk = new ReviewDesk(store, clock, TeamShift.LEASES);
        TeamShift.fill(desk, folder, CASES);

        var told = new TeamShift(_ -> desk, TeamShift.people(HANDS), CASES).work(List.of(clock));

        say("H2", told, "");
        try (Store again = new StoreDoor(home, clock).open(new Unlock.Alone())) {
            assertThat(TeamWitness.of(again, told.confirmed(), CASES)).isEmpty();
        }
        assertThat(told.refused()).as("decisions after their lease").isPositive();
    }

    @Test
    void theWitnessSeesWhatMustNeverBeInTheLog() {
        var claim = new Told(EventKind.CLAIMED, 1, 0, 1, "anna");
        var decision = new Told(EventKind.DECIDED, 1, 10, 1, "anna");
        var close = new Told(EventKind.CASE_CLOSED, 1, 10, 1, "anna");
        var end = new Told(EventKind.LEASE_ENDED, 1, LEASE, 1, "desk");
        var second = new Told(EventKind.CLAIMED, 1, LEASE, 2, "bram");

        assertThat(TeamWitness.of(List.of(claim, decision, close))).isEmpty();
        assertThat(TeamWitness.of(List.of(claim, end, second))).isEmpty();
        assertThat(TeamWitness.of(List.of(claim, new Told(EventKind.CLAIMED, 1, LEASE - 1, 2, "bram"))))
                .singleElement()
                .asString()
                .startsWith("two leases alive");
        assertThat(TeamWitness.of(List.of(claim, new Told(EventKind.CLAIMED, 1, LEASE, 1, "bram"))))
                .singleElement()
                .asString()
                .startsWith("a token that did not grow");
        assertThat(TeamWitness.of(List.of(decision)))
                .singleElement()
                .asString()
                .startsWith("decided without the lease");
        assertThat(TeamWitness.of(List.of(claim, end, second, new Told(EventKind.DECIDED, 1, LEASE + 1, 1, "anna"))))
                .singleElement()
                .asString()
                .startsWith("decided without the lease");
        assertThat(TeamWitness.of(List.of(claim, new Told(EventKind.DECIDED, 1, LEASE, 1, "anna"))))
                .singleElement()
                .asString()
                .startsWith("decided without the lease");
        assertThat(TeamWitness.of(List.of(claim, new Told(EventKind.DECIDED, 1, 10, 1, "bram"))))
                .singleElement()
                .asString()
                .startsWith("decided without the lease");
        assertThat(TeamWitness.of(List.of(claim, decision, decision)))
                .singleElement()
                .asString()
                .startsWith("decided twice");
        assertThat(TeamWitness.of(List.of(claim, new Told(EventKind.LEASE_ENDED, 1, LEASE - 1, 1, "desk"))))
                .singleElement()
                .asString()
                .startsWith("ended otherwise");
        assertThat(TeamWitness.of(List.of(claim, end, close)))
                .singleElement()
                .asString()
                .startsWith("ended otherwise");
    }

    @Test
    void theWitnessSeesWhatIsMissingInTheStore() throws Exception {
        var home = new DeskFolder(folder.resolve("desk"));
        var clock = new TeamShift.Clock();
        try (Store store = new StoreDoor(home, clock).create().store()) {
            var desk = new ReviewDesk(store, clock, TeamShift.LEASES);
            TeamShift.fill(desk, folder, 3);
            Person anna = TeamShift.people(1).getFirst();
            List<String> confirmed = new ArrayList<>();
            for (String item : List.of("t0", "t1", "t2")) {
                Opened opened = desk.open(item, anna);
                confirmed.add(opened.decisionId());
                desk.review().submit(opened, Proposed.removal(item), 1_000);
            }
            assertThat(TeamWitness.of(store, confirmed, 3)).isEmpty();
            confirmed.add(confirmed.getFirst());
            confirmed.add("nowhere");
            assertThat(TeamWitness.of(store, confirmed, 3))
                    .containsExactly("confirmed twice: " + confirmed.getFirst(), "lost: nowhere");

            int gone = store.write(handle -> handle.execute("delete from decision where item_id = 't1'"));

            assertThat(gone).isEqualTo(1);
            assertThat(TeamWitness.of(store, List.of(confirmed.get(1)), 3))
                    .anyMatch(problem -> problem.startsWith("lost"))
                    .anyMatch(problem -> problem.startsWith("3 cases"))
                    .anyMatch(problem -> problem.startsWith("verify"));
            int undone = store.write(handle -> handle.execute("delete from decision_answer")
                    + handle.execute("update open_case set state = 'WAITING' where item_id = 't2'"));
            assertThat(undone).isPositive();
            assertThat(TeamWitness.of(store, List.of(), 3))
                    .anyMatch(problem -> problem.startsWith("half"))
                    .anyMatch(problem -> problem.startsWith("left open"));
        }
    }

    private static ReviewDesk owner(SharedStoreDoor door) throws Exception {
        return new ReviewDesk(door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD), InstantSource.system());
    }

    /** For the reader of the build; nothing depends on it. */
    private static void say(String store, TeamShift.Told told, String more) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        out.println(String.format(
                Locale.ROOT,
                "%d people on %s: %d cases in %.1f s, %.0f claims a second (%d decisions late, store lost %d times)%s",
                HANDS,
                store,
                CASES,
                told.seconds(),
                told.claimsASecond(),
                told.refused(),
                told.losses(),
                more));
    }
}
