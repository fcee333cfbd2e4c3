package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.staff.Person;

/** Hands that go on deciding while their server is killed under them, and comes back. */
@OnPostgres
class LostStoreTest {
    private static final boolean LONG = Boolean.getBoolean("desk.long");
    private static final int CASES = LONG ? 1_000 : 60;
    private static final int KILLS = LONG ? 5 : 1;
    private static final int HANDS = 3;

    private final Queue<String> confirmed = new ConcurrentLinkedQueue<>();

    @Test
    void noConfirmedDecisionIsLostAndNoneIsMadeTwice() throws Exception {
        try (var server = PostgresServer.start();
                var hands = Executors.newFixedThreadPool(HANDS)) {
            var door = new SharedStoreDoor(server.place("lost"));
            door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
            try (ReviewDesk desk = desk(door)) {
                for (int i = 0; i < CASES; i++) {
                    desk.flag("v" + i, "5.3");
                }
            }

            List<Future<Boolean>> done = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++) {
                Person person = Person.alone("hand" + hand);
                Callable<Boolean> work = () -> workAway(door, person);
                done.add(hands.submit(work));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                int soMany = kill * CASES / (KILLS + 2);
                Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> confirmed.size() >= soMany);
                assertThat(confirmed).hasSizeLessThan(CASES);
                server.kill();
                server.startAgain();
            }
            for (Future<Boolean> one : done) {
                assertThat(one.get()).isTrue();
            }

            try (ReviewDesk desk = desk(door)) {
                List<String> recorded = desk.store().read(handle -> handle.createQuery("select id from decision")
                        .mapTo(String.class)
                        .list());
                assertThat(recorded).containsAll(confirmed).doesNotHaveDuplicates();
                assertThat(desk.count("decision")).isEqualTo(CASES);
                assertThat(desk.number("select count(distinct case_id) from decision"))
                        .isEqualTo(CASES);
                assertThat(desk.verify().intact()).isTrue();
            }
        }
    }

    /** Decides until nothing is left; what could not be sent is sent again. */
    private boolean workAway(SharedStoreDoor door, Person person) throws Exception {
        try (ReviewDesk desk = desk(door)) {
            Optional<Opened> here = Optional.empty();
            while (true) {
                try {
                    if (here.isEmpty()) {
                        here = desk.review().openNext(person, CaseFilter.all());
                    }
                    if (here.isPresent()) {
                        decide(desk, here.get());
                        here = Optional.empty();
                    } else if (desk.number("select count(*) from open_case where state <> 'CLOSED'") == 0) {
                        return true;
                    }
                } catch (StoreException gone) {
                    assertThat(gone.isLost()).as(gone.getMessage()).isTrue();
                }
            }
        }
    }

    private void decide(ReviewDesk desk, Opened opened) {
        Submitted submitted =
                desk.review().submit(opened, Proposed.removal(opened.row().itemId()), 1_000);
        if (submitted instanceof Submitted.Accepted) {
            confirmed.add(opened.decisionId());
        } else {
            // A claim may be lost with the server; the desk says so, and the case waits for anybody again.
            assertThat(submitted).isInstanceOf(Submitted.Refused.class);
        }
    }

    private static ReviewDesk desk(SharedStoreDoor door) throws Exception {
        return new ReviewDesk(door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD), InstantSource.system());
    }
}
