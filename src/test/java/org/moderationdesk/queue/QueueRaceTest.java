package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.staff.Person;

/** Many hands on a few cases, with leases that run out under them. The log, read in its order, is the witness. */
@OnBothStores
class QueueRaceTest {
    private static final int HANDS = 4;
    private static final int STEPS = Boolean.getBoolean("desk.long") ? 2_000 : 150;
    private static final int CASES = 12;
    private static final long LEASE = Duration.ofMinutes(10).toMillis();
    private static final Pattern TOKEN = Pattern.compile("\"token\":(\\d+)");
    private static final Pattern HOLDER = Pattern.compile("\"holder\":\"(\\w+)\"");

    private final QueueDesk desk = new QueueDesk();
    private final AtomicInteger refusals = new AtomicInteger();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void neverAreThereTwoLiveClaimsAndNeverDoesAStaleTokenWrite() throws Exception {
        for (int i = 0; i < CASES; i++) {
            desk.flag("v" + i, "5.3");
        }
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++) {
                int seed = hand;
                work.add(() -> workAway(Person.alone("hand" + seed), new Random(seed)));
            }
            for (Future<Boolean> done : hands.invokeAll(work)) {
                assertThat(finished(done)).isTrue();
            }
        }

        assertThat(overlaps(told())).isEmpty();
        assertThat(refusals.get()).as("claims that were lost and noticed").isPositive();
        assertThat(desk.counters()).isEqualTo(desk.recounted());
    }

    @Test
    void theWitnessSeesTwoLiveClaimsAndAStaleToken() {
        var first = new Told(EventKind.CLAIMED, 1, 0, 1, "anna");
        var tooSoon = new Told(EventKind.CLAIMED, 1, LEASE - 1, 2, "bram");
        var stale = new Told(EventKind.RELEASED, 1, LEASE, 1, null);

        assertThat(overlaps(List.of(first, tooSoon))).hasSize(1);
        assertThat(overlaps(List.of(first, new Told(EventKind.CLAIMED, 1, LEASE, 2, "bram"), stale)))
                .hasSize(1);
    }

    private boolean workAway(Person person, Random random) {
        StoredQueue queue = desk.queue();
        List<Claim> mine = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            LockSupport.parkNanos(random.nextInt(400_000));
            if (random.nextInt(5) == 0) {
                desk.clock().advance(Duration.ofMinutes(random.nextInt(8)));
            }
            switch (random.nextInt(4)) {
                case 0 -> next(person).ifPresent(mine::add);
                case 1 -> tryOne(person, random).ifPresent(mine::add);
                case 2 -> queue.expireLeases();
                default -> {
                    if (!mine.isEmpty()) {
                        giveBack(person, mine.remove(random.nextInt(mine.size())), random.nextInt(3));
                    }
                }
            }
        }
        return true;
    }

    /** As the desk does it: a candidate is picked without a lock, and claimed if it still can be. */
    private Optional<Claim> next(Person person) {
        return desk.queue().peekNext(person, CaseFilter.all()).flatMap(row -> claim(person, row.id()));
    }

    private Optional<Claim> tryOne(Person person, Random random) {
        return desk.queue().find(person, "v" + random.nextInt(CASES)).flatMap(row -> claim(person, row.id()));
    }

    private Optional<Claim> claim(Person person, long id) {
        try {
            return Optional.of(desk.act(person, act -> desk.queue().claim(act, id, person)));
        } catch (ClaimRefused refused) {
            refusals.incrementAndGet();
            return Optional.empty();
        }
    }

    /** Also with claims whose lease has long ended: the queue has to notice. */
    private void giveBack(Person person, Claim claim, int how) {
        try {
            desk.run(person, act -> giveBack(act, claim, how));
        } catch (ClaimRefused refused) {
            refusals.incrementAndGet();
        }
    }

    private void giveBack(Act act, Claim claim, int how) {
        switch (how) {
            case 0 -> desk.queue().release(act, claim);
            case 1 -> desk.queue().skip(act, claim, "not now");
            default -> desk.queue().escalate(act, claim, "legal", Queue.Marks.none());
        }
    }

    private List<Told> told() {
        return desk.store().read(handle -> handle.createQuery(
                        "select kind, case_id, at, body from event where kind <> 'CASE_OPENED' order by seq")
                .map((rows, _) -> {
                    String body = rows.getString(4);
                    Matcher holder = HOLDER.matcher(body);
                    return new Told(
                            EventKind.valueOf(rows.getString(1)),
                            rows.getLong(2),
                            rows.getLong(3),
                            number(body),
                            holder.find() ? holder.group(1) : null);
                })
                .list());
    }

    private static List<String> overlaps(List<Told> events) {
        List<String> found = new ArrayList<>();
        Map<Long, Told> held = new HashMap<>();
        for (Told event : events) {
            @Nullable Told before = held.get(event.caseId);
            if (event.kind == EventKind.CLAIMED) {
                boolean own = before != null && before.holder != null && before.holder.equals(event.holder);
                if (before != null && !own && event.at < before.at + LEASE) {
                    found.add("two live claims: " + before + " and " + event);
                }
                if (before != null && event.token <= before.token) {
                    found.add("the token did not grow: " + before + " and " + event);
                }
                held.put(event.caseId, event);
            } else {
                if (before == null || before.token != event.token) {
                    found.add("a stale token wrote: " + event + " after " + before);
                }
                held.remove(event.caseId);
            }
        }
        return found;
    }

    private static long number(String body) {
        Matcher token = TOKEN.matcher(body);
        return token.find() ? Long.parseLong(token.group(1)) : -1;
    }

    private static boolean finished(Future<Boolean> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw new AssertionError("a hand stopped", failed.getCause());
        }
    }

    private record Told(
            EventKind kind,
            long caseId,
            long at,
            long token,
            @Nullable String holder) {}
}
