package org.moderationdesk.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.StoredPeople;

/**
 * Simulated reviewers, a thread each, who clear one queue together: they take the next case, decide it, now and then
 * give one back, and once the clock of all of them jumps past every lease.
 */
public final class TeamShift {
    /** Shorter than the jump of the clock. */
    public static final QueueSettings LEASES = new QueueSettings(1, 72, 24, 4, 1);

    private static final Duration JUMP = Duration.ofSeconds(100);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int ONE_IN = 20;

    private final Desks desks;
    private final List<Person> people;
    private final int cases;
    private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger claims = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();

    /** @param cases how many wait in the queue */
    public TeamShift(Desks desks, List<Person> people, int cases) {
        this.desks = desks;
        this.people = people;
        this.cases = cases;
    }

    /** So many reviewers, by names that are logins as well. */
    public static List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(new Person("hand%02d".formatted(i), Set.of(Role.REVIEWER), false));
        }
        return people;
    }

    /** Adds each as a person of the desk, with a login of the server under this password. */
    public static void letIn(PostgresServer server, SharedStoreDoor door, List<Person> people, String password)
            throws StoreRefused {
        var administrator = new Person("odile", Set.of(Role.ADMINISTRATOR), false);
        try (PostgresStore store = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            var unused = desk(store)
                    .first(Person.alone(PostgresServer.ADMIN), "odile", administrator.roles(), false, password);
        }
        try (PostgresStore store = door.open("odile", password)) {
            StoredPeople desk = desk(store);
            for (Person person : people) {
                String once = desk.add(administrator, person.name(), person.roles(), person.childSafety());
                if (once.isEmpty()) {
                    throw new IllegalStateException("no password");
                }
                server.execute(PostgresServer.ADMIN, "alter role " + person.name() + " password '" + password + "'");
            }
        }
    }

    private static StoredPeople desk(PostgresStore store) {
        var clock = InstantSource.system();
        return new StoredPeople(store, new StoredEventLog(store, clock), new ServerPasswords(store, clock));
    }

    /** Fills the queue, a thousand cases an act. */
    public static void fill(ReviewDesk desk, Path folder, int cases) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            lines.add("""
                {"id":"t%d","kind":"TEXT","text":"words %d","author":{"id":"u-%d","handle":"@u%d"},\
                "reports":[{"id":"r","source":"USER","reporter":"z-%d","sections":["%s"],\
                "at":"2026-11-02T12:25:00Z"}]}\
                """.formatted(i, i, i, i, i % 50, i % 3 == 0 ? "6.1" : "5.3"));
        }
        Path file = Files.write(folder.resolve("team.jsonl"), lines);
        var clock = InstantSource.system();
        var result = DeskUnderFire.intake(new DeskFolder(folder), desk.store(), desk, clock)
                .importFile(file, "postgres", ImportProgress.NONE);
        if (result.newCases() != cases) {
            throw new IllegalStateException("cases were not taken: " + result);
        }
    }

    /**
     * Works until no case is left.
     *
     * @param trouble what happens meanwhile, in this order, evenly spread over the shift
     */
    public Told work(List<Trouble> trouble) throws InterruptedException {
        List<ReviewDesk> opened = new ArrayList<>();
        try (ExecutorService hands = Executors.newFixedThreadPool(people.size())) {
            List<Callable<ReviewDesk>> opening = new ArrayList<>();
            people.forEach(person -> opening.add(() -> desks.open(person)));
            for (Future<ReviewDesk> desk : hands.invokeAll(opening)) {
                opened.add(got(desk));
            }
            long began = System.nanoTime();
            List<Future<Boolean>> done = new ArrayList<>();
            for (int hand = 0; hand < people.size(); hand++) {
                done.add(hands.submit(new Hand(opened.get(hand), people.get(hand), new Random(hand))));
            }
            for (int i = 0; i < trouble.size(); i++) {
                int soMany = (i + 1) * cases / (trouble.size() + 1);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> confirmed.size() >= soMany || done.stream().anyMatch(Future::isDone));
                trouble.get(i).happens();
            }
            for (Future<Boolean> one : done) {
                boolean unused = got(one);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Told(List.copyOf(confirmed), seconds, claims.get(), refused.get(), losses.get());
        } finally {
            opened.stream().distinct().forEach(ReviewDesk::close);
        }
    }

    private static <T> T got(Future<T> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("a hand stopped", failed.getCause());
        }
    }

    /** Opens the desk of one person; a desk that all share is given to each. */
    @FunctionalInterface
    public interface Desks {
        ReviewDesk open(Person person) throws Exception;
    }

    /** Something that befalls a team at work. */
    @FunctionalInterface
    public interface Trouble {
        void happens();
    }

    /**
     * What came of it.
     *
     * @param confirmed ids of decisions that somebody was told are recorded, as often as they were told
     * @param claims cases that were laid before somebody
     * @param refused decisions that came too late, after their lease
     * @param losses how often somebody was told that the store is gone
     */
    public record Told(List<String> confirmed, double seconds, int claims, int refused, int losses) {
        public double claimsASecond() {
            return claims / seconds;
        }
    }

    /** The clock of all, which jumps past every lease; a little before the right time, then a little after it. */
    public static final class Clock implements InstantSource, Trouble {
        private final AtomicLong behind = new AtomicLong(JUMP.toMillis() / 2);

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(System.currentTimeMillis() - behind.get());
        }

        @Override
        public void happens() {
            behind.set(-JUMP.toMillis() / 2);
        }
    }

    private final class Hand implements Callable<Boolean> {
        private final ReviewDesk desk;
        private final Person person;
        private final Random random;

        Hand(ReviewDesk desk, Person person, Random random) {
            this.desk = desk;
            this.person = person;
            this.random = random;
        }

        /** Decides until nothing is left; what could not be sent is sent again. */
        @Override
        public Boolean call() {
            Optional<Opened> here = Optional.empty();
            while (true) {
                try {
                    if (here.isEmpty()) {
                        here = desk.review().openNext(person, CaseFilter.all());
                        here.ifPresent(_ -> claims.incrementAndGet());
                    }
                    if (here.isPresent()) {
                        decide(here.get());
                        here = Optional.empty();
                    } else if (desk.number("select count(*) from open_case where state <> 'CLOSED'") == 0) {
                        return true;
                    } else {
                        LockSupport.parkNanos(20_000_000);
                    }
                } catch (StoreException gone) {
                    if (!gone.isLost()) {
                        throw gone;
                    }
                    losses.incrementAndGet();
                }
            }
        }

        private void decide(Opened opened) {
            if (random.nextInt(ONE_IN) == 0) {
                giveBack(opened);
                return;
            }
            Submitted submitted =
                    desk.review().submit(opened, Proposed.removal(opened.row().itemId()), 1_000);
            if (submitted instanceof Submitted.Accepted) {
                confirmed.add(opened.decisionId());
            } else {
                // The lease has ended, or was lost with the server: the case waits for anybody again.
                refused.incrementAndGet();
            }
        }

        private void giveBack(Opened opened) {
            try {
                desk.review().release(opened);
            } catch (ClaimRefused late) {
                refused.incrementAndGet();
            }
        }
    }
}
