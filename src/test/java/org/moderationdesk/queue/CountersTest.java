package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.queue.QueueDesk.ANNA;
import static org.moderationdesk.queue.QueueDesk.BRAM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.log.Act;
import org.moderationdesk.staff.Person;

@OnBothStores
class CountersTest {
    private static final List<String> SECTIONS = List.of("1.1", "3.3", "5.1", "8.2", "8.4", "9.1", "10.1", "77.7");

    private final QueueDesk desk = new QueueDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void countersEqualARecountAfterAnyHistory() {
        var random = new Random(20418);
        for (int step = 0; step < 400; step++) {
            step(random, step);
            if (step % 20 == 0) {
                assertThat(desk.counters()).as("after step %d", step).isEqualTo(desk.recounted());
            }
        }
        assertThat(desk.counters()).isEqualTo(desk.recounted());
        assertThat(desk.recounted().keySet()).anyMatch(name -> name.startsWith("legal"));
    }

    @Test
    void countsAreGivenByQueueAndInAll() {
        desk.flag("v1", "5.1");
        desk.flag("v2", "10.1");
        desk.flag("v3", "10.1");
        Claim claim = desk.claim("v1", ANNA);
        desk.run(ANNA, act -> desk.queue().escalate(act, claim, "legal", Queue.Marks.none()));
        desk.claim("v2", BRAM);
        desk.clock().advance(Duration.ofHours(5));

        QueueCounts all = desk.queue().counts(QueueDesk.ANNA, null);
        QueueCounts general = desk.queue().counts(QueueDesk.ANNA, "general");

        assertThat(all.waiting()).isEqualTo(2);
        assertThat(all.held()).isEqualTo(1);
        assertThat(all.late()).isEqualTo(1);
        assertThat(all.open())
                .isEqualTo(Map.of(Severity.LOW, 2L, Severity.MEDIUM, 0L, Severity.HIGH, 1L, Severity.CRITICAL, 0L));
        assertThat(general.waiting()).isEqualTo(1);
        assertThat(general.late()).isZero();
    }

    private void step(Random random, int step) {
        String item = "v" + random.nextInt(40);
        Person person = random.nextBoolean() ? ANNA : BRAM;
        switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                desk.flag(
                        FlaggedItems.item(item),
                        FlaggedItems.report("r" + step, SECTIONS.get(random.nextInt(SECTIONS.size()))));
            case 3 -> desk.clock().advance(Duration.ofMinutes(random.nextInt(12)));
            case 4 -> desk.queue().expireLeases();
            case 5 -> reopenOne(random);
            default ->
                desk.act(person, act -> desk.queue().claimNext(act, person, CaseFilter.all()))
                        .ifPresent(claim -> desk.run(person, act -> end(act, claim, random.nextInt(6))));
        }
    }

    private void reopenOne(Random random) {
        List<Long> closed = desk.store()
                .read(handle -> handle.createQuery("select id from open_case where state = 'CLOSED' order by id")
                        .mapTo(Long.class)
                        .list());
        if (!closed.isEmpty()) {
            long id = closed.get(random.nextInt(closed.size()));
            desk.run(ANNA, act -> desk.queue().reopen(act, id));
        }
    }

    private void end(Act act, Claim claim, int how) {
        StoredQueue queue = desk.queue();
        switch (how) {
            case 0 -> queue.release(act, claim);
            case 1 -> queue.skip(act, claim, "not now");
            case 2 -> queue.handOver(act, claim, "bram", "please");
            case 3 -> queue.escalate(act, claim, "legal", Queue.Marks.none());
            case 4 -> queue.close(act, claim, Queue.Marks.none());
            default -> {
                /* keeps holding it */
            }
        }
    }
}
