package org.moderationdesk.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.retention.RetentionDesk.ADMIN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.MortalDesk;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** A run of retention on a real encrypted file is killed (SIGKILL) again and again after some of its acts. */
class RetentionKillTest {
    private static final boolean LONG = Boolean.getBoolean("desk.long");
    private static final int ROUNDS = LONG ? 25 : 2;
    /** More than one act of each class. */
    private static final int ITEMS = LONG ? 2_000 : 55;

    private static final int MOST_ACTS = LONG ? 4 : 3;
    private static final int DAYS = 201;
    private static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), true);
    private static final Set<String> HELD = Set.of("open", "of-a-held-account");

    @TempDir
    private Path home;

    private DeskFolder folder;
    private Path files;
    private ErasureWitness witness;

    private void fill(int items) throws Exception {
        folder = new DeskFolder(home.resolve("desk"));
        files = Files.createDirectory(home.resolve("files"));
        new StoreDoor(folder, Clock.systemUTC()).create().store().close();
        try (RetentionDesk desk = open()) {
            for (int i = 0; i < items; i++) {
                desk.flag("A-" + i, "u-" + i, "file-" + i);
                desk.decide("A-" + i);
            }
            desk.flag("open", "u-open", "file-open");
            desk.flag("of-a-held-account", "u-held", "file-held");
            desk.decide("of-a-held-account");
            for (int i = 0; i < items; i++) {
                answer(desk, "A-" + i);
            }
            answer(desk, "of-a-held-account");
            var unused =
                    desk.retention().hold(ADMIN, Hold.Subject.ACCOUNT, "u-held", HoldKind.LEGAL, "an order of a court");
            for (DataClass what : DataClass.values()) {
                desk.retention().set(ADMIN, what, Optional.of(DAYS - 1));
            }
            witness = new ErasureWitness(desk.store(), HELD);
        }
    }

    /** Enters an order about it with its document, and answers that. */
    private static void answer(RetentionDesk desk, String item) {
        var wanted = new NewOrder(
                OrderKind.INFORMATION,
                "NL_POLICE",
                "An authority",
                "REF-" + item,
                "called back",
                desk.clock().instant().atOffset(ZoneOffset.UTC),
                Duration.ofDays(1),
                null,
                false,
                false,
                List.of(new Subject(item, "")),
                item.getBytes(StandardCharsets.UTF_8));
        Order order = desk.orders().record(LEAD, wanted);
        var _ = desk.orders().step(LEAD, order.id(), StepKind.DONE, desk.clock().instant(), "handed over", null);
    }

    @Test
    void aRunThatDiesLeavesNothingHalfAndTheNextOneFinishesIt() throws Exception {
        fill(ITEMS);
        var random = new Random(26_2026);
        int toldBefore = 0;
        boolean ended = false;
        for (int round = 0; round < ROUNDS && !ended; round++) {
            var confirmed = new AtomicInteger();
            ended = runAndKill(random, confirmed);
            try (RetentionDesk desk = open()) {
                assertThat(witness.problems(desk.store()))
                        .as("after round %d", round)
                        .isEmpty();
                assertThat(desk.verifies()).as("after round %d", round).isTrue();
                int told = ErasureWitness.subjects(desk.store());
                assertThat(told - toldBefore).as("erased in round %d", round).isGreaterThanOrEqualTo(confirmed.get());
                toldBefore = told;
            }
        }
        assertThat(toldBefore).as("subjects erased before a kill").isPositive();
        assertThat(ended).as("a run came to its end before the last kill").isFalse();

        try (RetentionDesk desk = open()) {
            desk.later(DAYS);
            assertThat(witness.left(desk.store())).isNotEmpty();

            assertThat(desk.retention().run(ADMIN, Progress.NONE).goes()).isPositive();

            assertThat(witness.left(desk.store())).isEmpty();
            assertThat(witness.problems(desk.store())).isEmpty();
            assertThat(desk.verifies()).isTrue();
            assertThat(desk.retention().plan(ADMIN, Progress.NONE).goes()).isZero();
            assertThat(desk.entries("RETENTION_RUN")).hasSize(1);
        }
    }

    @Test
    void theWitnessSeesWhatIsErasedUntoldToldAndThereOrHeldAndGone() throws Exception {
        fill(3);
        try (RetentionDesk desk = open()) {
            assertThat(witness.problems(desk.store())).isEmpty();
            assertThat(witness.left(desk.store())).isNotEmpty();
            String look = desk.text("select min(id) from look where item_id = 'A-1'");
            execute(desk, "create table kept as select * from look where item_id = 'A-2'");

            execute(desk, "delete from look where item_id = 'A-1'");
            assertThat(witness.problems(desk.store())).containsExactly("untold: look " + look);
            assertThat(desk.verifies()).isFalse();

            execute(desk, "update item_version set content = '{}' where item_id = 'open'");
            assertThat(witness.problems(desk.store()))
                    .contains("untold: item_version 1 open", "held and gone: item_version 1 open");

            desk.later(DAYS);
            assertThat(desk.retention().run(ADMIN, Progress.NONE).goes()).isPositive();
            execute(desk, "insert into look select * from kept");
            assertThat(witness.problems(desk.store()))
                    .contains("told and still there: look " + desk.text("select min(id) from kept"));

            execute(desk, "delete from media_key");
            assertThat(witness.problems(desk.store())).anyMatch(problem -> problem.startsWith("file lost"));
        }
    }

    /** Answers with whether it came to its end all the same. */
    private boolean runAndKill(Random random, AtomicInteger confirmed) throws Exception {
        var acts = new CountDownLatch(2 + random.nextInt(MOST_ACTS));
        var ended = new AtomicBoolean();
        try (var run = MortalDesk.start(
                RetentionUnderFire.class,
                home.resolve("errors.txt"),
                line -> {
                    if (line.startsWith(RetentionUnderFire.GONE)) {
                        confirmed.set(Integer.parseInt(line.substring(RetentionUnderFire.GONE.length())));
                        acts.countDown();
                    } else if (line.equals(RetentionUnderFire.END)) {
                        ended.set(true);
                        while (acts.getCount() > 0) {
                            acts.countDown();
                        }
                    }
                },
                folder.home().toString(),
                files.toString(),
                TestClock.START.plus(Duration.ofDays(DAYS)).toString())) {
            run.await(acts);
            boolean unused = run.endsWithin(random.nextInt(20));
        }
        return ended.get();
    }

    private RetentionDesk open() throws StoreRefused {
        Store store = new StoreDoor(folder, Clock.systemUTC()).open(new Unlock.Alone());
        return new RetentionDesk(files, store);
    }

    private static void execute(RetentionDesk desk, String sql) {
        int unused = desk.store().write(handle -> handle.execute(sql));
    }
}
