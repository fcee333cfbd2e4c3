package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.moderationdesk.queue.QueueDesk.ANNA;
import static org.moderationdesk.queue.QueueDesk.BRAM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlanRefused;
import org.moderationdesk.routing.PlanVersion;
import org.moderationdesk.routing.Plans;
import org.moderationdesk.routing.RoutingRule;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** Rules on the store: where cases go, and what a change of rules does. */
@OnBothStores
class RoutingTest {
    private static final Person LEAD = new Person("lead", Set.of(Role.TEAM_LEAD), true);
    private static final RoutingRule TO_CHALLENGES = Plans.rule("challenges", Plans.sections("5.3"), "challenges");

    private final QueueDesk desk = new QueueDesk();
    private final StoredQueue queue = desk.queue();
    private final StoredPlans plans = new StoredPlans(desk.store(), desk.log());
    private final Rerouting rerouting = new Rerouting(desk.store(), desk.log());

    @AfterEach
    void close() {
        assertThat(desk.counters()).isEqualTo(desk.recounted());
        assertThat(new Verifier(desk.store(), ReviewDesk.tables())
                        .verify(Progress.NONE)
                        .intact())
                .isTrue();
        desk.close();
    }

    @Test
    void aNewCaseGoesByTheRulesAndItsEntryNamesVersionAndRule() {
        plans.save(LEAD, challenges());

        desk.flag("v1", "5.3");
        desk.flag("v2", "6.1");

        assertThat(desk.row("v1").queue()).isEqualTo("challenges");
        assertThat(desk.row("v2").queue()).isEqualTo("general");
        assertThat(body("v1")).contains("\"routing\":1", "\"rule\":\"challenges\"");
        assertThat(body("v2")).contains("\"routing\":1").doesNotContain("\"rule\"");
    }

    @Test
    void withoutRulesAnEntrySaysNothingOfThem() {
        desk.flag("v1", "5.3");
        assertThat(body("v1")).doesNotContain("routing");
        assertThat(desk.row("v1").queue()).isEqualTo("general");
    }

    @Test
    void aReportThatMakesAnotherCaseOfItMovesAWaitingCaseAndNotOneThatIsHeld() {
        plans.save(LEAD, challenges());
        desk.flag("v1", "6.1");
        desk.flag("v2", "6.1");
        Claim held = desk.claim("v2", ANNA);

        desk.flag(FlaggedItems.item("v1"), FlaggedItems.report("r2", "5.3"));
        desk.flag(FlaggedItems.item("v2"), FlaggedItems.report("r2", "5.3"));

        assertThat(desk.row("v1").queue()).isEqualTo("challenges");
        assertThat(desk.row("v2").queue()).isEqualTo("general");
        desk.run(ANNA, act -> queue.release(act, held));
        assertThat(desk.row("v2").queue()).isEqualTo("challenges");
    }

    @Test
    void eachVersionIsAnEntryWithWhoAndWhenAndIsNeverTakenForAnother() {
        plans.save(LEAD, challenges());
        desk.clock().advance(Duration.ofMinutes(5));
        plans.save(ANNA, new Plan(1, challenges().queues(), List.of(), "challenges"));

        List<PlanVersion> history = plans.history(LEAD, 10);
        assertThat(history).extracting(version -> version.plan().version()).containsExactly(2, 1);
        assertThat(history).extracting(PlanVersion::by).containsExactly("anna", "lead");
        assertThat(history.getFirst().at()).isEqualTo(TestClock.START.plus(Duration.ofMinutes(5)));
        assertThat(history.getFirst().changes()).hasSize(2);
        assertThat(kinds("ROUTING_CHANGED")).isEqualTo(2);
        assertThatThrownBy(() -> plans.save(LEAD, challenges()))
                .isInstanceOfSatisfying(PlanRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(PlanRefused.Why.CHANGED_MEANWHILE));
        assertThatThrownBy(() -> plans.save(LEAD, plans.inForce(LEAD)))
                .isInstanceOfSatisfying(
                        PlanRefused.class, refused -> assertThat(refused.why()).isEqualTo(PlanRefused.Why.NOTHING_NEW));
    }

    @Test
    void onlyWhoMaySetRulesSetsTriesOrCarriesThemOut() {
        var reviewer = new Person("rob", Set.of(Role.REVIEWER, Role.ADMINISTRATOR), true);
        for (Runnable act : List.<Runnable>of(
                () -> plans.save(reviewer, challenges()),
                () -> plans.history(reviewer, 1),
                () -> plans.checked(reviewer, challenges()),
                () -> rerouting.dryRun(reviewer, challenges(), Progress.NONE),
                () -> rerouting.apply(reviewer, Progress.NONE))) {
            assertThatThrownBy(act::run)
                    .isInstanceOfSatisfying(RightRefused.class, refused -> assertThat(refused.right())
                            .isEqualTo(Right.SET_ROUTING));
        }
    }

    @Test
    void aDryRunChangesNothingAndIsWhatThenHappens() {
        fill(120);
        Claim held = desk.claim("v1", ANNA);
        Claim legal = desk.claim("v4", ANNA);
        desk.run(ANNA, act -> queue.escalate(act, legal, "legal", Queue.Marks.none()));
        long events = desk.events();

        Preview preview = rerouting.dryRun(LEAD, plans.checked(LEAD, challenges()), Progress.NONE);

        assertThat(desk.events()).isEqualTo(events);
        assertThat(preview.flows())
                .containsExactly(
                        new Preview.Flow("general", "challenges", 38, 1),
                        new Preview.Flow("general", "general", 80, 0),
                        new Preview.Flow("legal", "legal", 1, 0));
        assertThat(preview.samples()).hasSize(3).allMatch(sample -> "challenges".equals(sample.rule()));
        assertThat(preview.moves()).isEqualTo(38);
        assertThat(preview.movesLater()).isEqualTo(1);

        plans.save(LEAD, challenges());
        assertThat(rerouting.isDone()).isFalse();
        assertThat(rerouting.apply(LEAD, Progress.NONE)).isEqualTo(preview.moves());

        assertThat(rerouting.isDone()).isTrue();
        assertThat(perQueue()).isEqualTo(Map.of("challenges", 38L, "general", 81L, "legal", 1L));
        assertThat(desk.row("v1").queue()).as("held").isEqualTo("general");
        assertThat(body("v7")).contains("CASE_ROUTED", "\"routing\":1", "\"rule\":\"challenges\"");
        desk.run(ANNA, act -> queue.release(act, held));
        assertThat(desk.row("v1").queue()).isEqualTo("challenges");
        assertThat(rerouting.dryRun(LEAD, plans.inForce(LEAD), Progress.NONE).moves())
                .isZero();
    }

    @Test
    void whatAPersonSentSomewhereStaysThereUntilThatIsUndone() {
        desk.flag("v1", "5.3");
        Claim claim = desk.claim("v1", ANNA);
        desk.run(ANNA, act -> queue.escalate(act, claim, "legal", Queue.Marks.none()));
        plans.save(LEAD, challenges());

        assertThat(rerouting.apply(LEAD, Progress.NONE)).isZero();
        Claim again = desk.claim("v1", BRAM);
        desk.run(BRAM, act -> queue.release(act, again));
        assertThat(desk.row("v1").queue()).isEqualTo("legal");

        desk.run(ANNA, act -> queue.takeBack(act, again.caseId(), "general"));
        Claim third = desk.claim("v1", ANNA);
        desk.run(ANNA, act -> queue.release(act, third));
        assertThat(desk.row("v1").queue()).isEqualTo("challenges");
    }

    @Test
    void anEndedLeaseReturnsTheCaseToWhereItNowBelongs() {
        desk.flag("v1", "5.3");
        Claim unused = desk.claim("v1", ANNA);
        plans.save(LEAD, challenges());
        desk.clock().advance(Duration.ofMinutes(11));

        assertThat(queue.expireLeases()).isEqualTo(1);

        assertThat(unused.caseId()).isEqualTo(desk.row("v1").id());
        assertThat(desk.row("v1").queue()).isEqualTo("challenges");
        assertThat(body("v1")).contains("LEASE_ENDED", "\"routing\":1");
    }

    @Test
    void carryingOutGoesOnWhereItWasStoppedAndADryRunThatIsStoppedLeavesNothing() {
        fill(2_400);
        plans.save(LEAD, challenges());
        long events = desk.events();
        assertThatThrownBy(() -> rerouting.dryRun(LEAD, plans.inForce(LEAD), stopAfter(1)))
                .isInstanceOf(CancellationException.class);
        assertThat(desk.events()).isEqualTo(events);

        assertThatThrownBy(() -> rerouting.apply(LEAD, stopAfter(1))).isInstanceOf(CancellationException.class);
        long moved = perQueue().getOrDefault("challenges", 0L);
        assertThat(moved).isEqualTo(500);
        assertThat(rerouting.isDone()).isFalse();

        assertThat(rerouting.apply(LEAD, Progress.NONE)).isEqualTo(800 - moved);
        assertThat(perQueue()).containsEntry("challenges", 800L);
        assertThat(rerouting.isDone()).isTrue();
    }

    @Test
    void theNewestRulesWinOverThoseThatAreBeingCarriedOut() {
        fill(1_600);
        plans.save(LEAD, challenges());
        var other = new Plan(1, challenges().queues(), List.of(), "general");
        var once = new AtomicLong();

        rerouting.apply(LEAD, (done, total) -> {
            if (done > 0 && once.getAndIncrement() == 0) {
                plans.save(ANNA, other);
            }
        });
        assertThat(rerouting.isDone()).isFalse();
        rerouting.apply(ANNA, Progress.NONE);

        assertThat(perQueue()).isEqualTo(Map.of("general", 1_600L));
    }

    @Test
    void priorityFollowsItsQueueAndStaysTheSumOfItsParts() {
        desk.flag("v1", "5.3");
        desk.flag("v2", "6.1");
        long before = desk.row("v1").priority().rank();
        NamedQueue urgent = Plans.withPoints("challenges", 120);

        plans.save(LEAD, Plans.of(List.of(urgent), TO_CHALLENGES));
        rerouting.apply(LEAD, Progress.NONE);

        Priority priority = desk.row("v1").priority();
        assertThat(priority.rank()).isEqualTo(before + 120_000);
        assertThat(priority.part("queue")).isEqualTo(120_000);
        assertThat(priority.points(desk.clock().instant()))
                .isEqualTo(priority.parts(desk.clock().instant()).stream()
                        .mapToLong(Priority.Part::milliPoints)
                        .sum());
        desk.flag(FlaggedItems.item("v1"), FlaggedItems.report("r2", "5.3"));
        assertThat(desk.row("v1").priority().part("queue")).isEqualTo(120_000);

        plans.save(LEAD, new Plan(1, List.of(NamedQueue.open("general")), List.of(), "general"));
        rerouting.apply(LEAD, Progress.NONE);
        assertThat(desk.row("v1").priority().part("queue")).isZero();
    }

    /** Each act counts for itself: who claims, by the rules that are in force when they do. */
    @Test
    void whoClaimsWhileRulesChangeIsAlwaysAMemberByTheRulesInForceAtThatEntry() throws Exception {
        fill(60);
        List<Plan> turns = List.of(
                Plans.of(List.of(Plans.queue("challenges", "hand0")), TO_CHALLENGES),
                Plans.of(List.of(Plans.queue("challenges", "hand1")), TO_CHALLENGES));
        var claimed = new AtomicLong();
        var over = new AtomicBoolean();
        try (ExecutorService hands = Executors.newFixedThreadPool(3)) {
            List<Callable<Long>> work = new ArrayList<>();
            work.add(() -> {
                try {
                    for (int version = 0; version < 24; version++) {
                        long before = claimed.get();
                        plans.save(LEAD, turns.get(version % 2).as(version));
                        rerouting.apply(LEAD, Progress.NONE);
                        // However the machine shares its time: no version passes without a claim.
                        await().atMost(Duration.ofMinutes(1)).until(() -> claimed.get() > before);
                    }
                } finally {
                    over.set(true);
                }
                return claimed.get();
            });
            for (String name : List.of("hand0", "hand1")) {
                work.add(() -> takeAndGiveBack(Person.alone(name), claimed, over));
            }
            for (Future<Long> done : hands.invokeAll(work)) {
                assertThat(done.get()).isPositive();
            }
        }

        assertThat(strangers(turns)).isEmpty();
        assertThat(strangers(turns.reversed()))
                .as("what the witness sees when it errs by a version")
                .isNotEmpty();
        assertThat(kinds("CLAIMED")).isPositive();
        rerouting.apply(LEAD, Progress.NONE);
        assertThat(perQueue()).containsEntry("challenges", 20L);
    }

    private long takeAndGiveBack(Person person, AtomicLong claimed, AtomicBoolean over) {
        while (!over.get()) {
            try {
                Optional<Claim> claim = queue.peekNext(person, CaseFilter.ofQueue("challenges"))
                        .map(row -> desk.act(person, act -> queue.claim(act, row.id(), person)));
                claim.ifPresent(held -> {
                    claimed.incrementAndGet();
                    desk.run(person, act -> queue.release(act, held));
                });
            } catch (ClaimRefused refused) {
                assertThat(refused.reason()).isInstanceOf(ClaimRefused.Reason.class);
            }
        }
        return claimed.get();
    }

    /** Claims from the queue of challenges by somebody who was no member then, read from the log in its order. */
    private List<String> strangers(List<Plan> turns) {
        List<String> found = new ArrayList<>();
        Map<Long, String> place = new HashMap<>();
        int[] version = {0};
        Pattern to = Pattern.compile("\"(?:to|queue)\":\"([a-z]+)\"");
        desk.store().read(handle -> handle.createQuery("select kind, case_id, person, body from event order by seq")
                .map((rows, _) -> {
                    EventKind kind = EventKind.valueOf(rows.getString(1));
                    Matcher moved = to.matcher(rows.getString(4));
                    if (kind == EventKind.ROUTING_CHANGED) {
                        version[0]++;
                    } else if (kind == EventKind.CLAIMED) {
                        boolean member = turns.get((version[0] + 1) % 2).admits(rows.getString(3), "challenges");
                        if ("challenges".equals(place.get(rows.getLong(2))) && !member) {
                            found.add(rows.getString(4));
                        }
                    } else if (moved.find()) {
                        place.put(rows.getLong(2), moved.group(1));
                    }
                    return kind;
                })
                .list());
        return found;
    }

    /** A third are challenges. */
    private void fill(int cases) {
        List<FlaggedItem> lines = IntStream.range(0, cases)
                .mapToObj(i -> new FlaggedItem(
                        FlaggedItems.item("v" + i),
                        List.of(FlaggedItems.report("r" + i, i % 3 == 1 ? "5.3" : "6.1")),
                        true))
                .toList();
        desk.run(ANNA, act -> {
            CaseBatch batch = desk.writer().begin(act, lines);
            lines.forEach(line -> batch.add(line.item(), line.reports(), true));
            batch.flush();
        });
    }

    private static Plan challenges() {
        return Plans.of(List.of(Plans.queue("challenges")), TO_CHALLENGES);
    }

    @Test
    void aMoveThatWasCutOffIsTakenUpByTheDeskAndOneThatWasStoppedIsNot() {
        fill(1_800);
        plans.save(LEAD, challenges());
        var moves = new CutOffMoves(desk.store(), rerouting);
        assertThatThrownBy(() -> rerouting.goOn(LEAD, stopAfter(1))).isInstanceOf(CancellationException.class);
        long left = inGeneral();

        // Somebody may be at it still: the first time it is only seen.
        assertThat(moves.tidy(Optional.of(LEAD), Progress.NONE)).isZero();
        assertThat(moves.tidy(Optional.of(LEAD), Progress.NONE)).isPositive();

        assertThat(rerouting.isDone()).isTrue();
        assertThat(inGeneral()).isLessThan(left);
        assertThat(rerouting.apply(LEAD, Progress.NONE)).isZero();

        plans.save(LEAD, new Plan(1, challenges().queues(), List.of(), "challenges"));
        assertThatThrownBy(() -> rerouting.apply(LEAD, stopAfter(1))).isInstanceOf(CancellationException.class);
        assertThat(moves.tidy(Optional.of(LEAD), Progress.NONE)).isZero();
        assertThat(moves.tidy(Optional.of(LEAD), Progress.NONE)).isZero();
        assertThat(rerouting.isDone()).isFalse();
    }

    private long inGeneral() {
        return desk.store().read(handle -> handle.createQuery("select count(*) from open_case where queue = 'general'")
                .mapTo(Long.class)
                .one());
    }

    private static Progress stopAfter(int steps) {
        return new Progress() {
            private int asked;

            @Override
            public void at(long done, long total) {
                asked++;
            }

            @Override
            public boolean isCancelled() {
                return asked >= steps;
            }
        };
    }

    private Map<String, Long> perQueue() {
        return desk.store().read(handle -> {
            Map<String, Long> found = new TreeMap<>();
            handle.createQuery("select queue, count(*) from open_case group by queue")
                    .map((rows, _) -> Map.entry(rows.getString(1), rows.getLong(2)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            return found;
        });
    }

    private String body(String item) {
        return desk.store().read(handle -> handle.createQuery(
                        "select kind || body from event where item_id = ? order by seq desc fetch first 1 row only")
                .bind(0, item)
                .mapTo(String.class)
                .one());
    }

    private long kinds(String kind) {
        return desk.store().read(handle -> handle.createQuery("select count(*) from event where kind = ?")
                .bind(0, EventKind.valueOf(kind).name())
                .mapTo(Long.class)
                .one());
    }
}
