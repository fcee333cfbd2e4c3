package org.moderationdesk.queue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Reads how old the open cases are, from indexes alone but for the late ones. Not for the JavaFX thread. */
public final class StoredAges {
    private static final List<String> OPEN = List.of("WAITING", "LEASED");
    private static final String BETWEEN = """
        select count(*) from open_case
         where state = ? and queue = ? and opened_at > ? and opened_at <= ?
        """;
    private static final String LATE = """
        select opened_at from open_case
         where state = ? and queue = ? and due_at < ?
         order by state, queue, due_at, id
         fetch first ? rows only
        """;
    /** Few, so that taking them out costs little. */
    private static final String CHILD_SAFETY = """
        select opened_at, due_at from open_case
         where child_safety = true and state = ? and queue = ?
        """;

    private final Store store;
    private final InstantSource clock;
    private final PlansInForce plans = new PlansInForce();

    public StoredAges(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Queues with cases that this person may know of, by name. */
    public List<String> queues(Person viewer) {
        Rights.require(viewer, Right.SEE_INSIGHTS);
        return store.read(handle -> shown(handle, viewer));
    }

    /**
     * The ages of the cases in one queue, or in all.
     *
     * @param queue empty for all
     * @throws org.moderationdesk.staff.RightRefused unless this person sees insights
     */
    public QueueAges read(Person viewer, String queue) {
        Rights.require(viewer, Right.SEE_INSIGHTS);
        long now = clock.millis();
        return store.read(handle -> {
            var counted = new Counted(now);
            List<String> names = shown(handle, viewer).stream()
                    .filter(name -> queue.isEmpty() || name.equals(queue))
                    .toList();
            for (String name : names) {
                for (String state : OPEN) {
                    count(handle, counted, state, name);
                    if (!Rights.sees(viewer, true)) {
                        takeOut(handle, counted, state, name);
                    }
                }
            }
            return counted.ages();
        });
    }

    private List<String> shown(Handle handle, Person viewer) {
        Plan plan = plans.read(handle);
        return Counters.queues(handle).stream()
                .filter(name -> plan.shows(viewer, name))
                .toList();
    }

    private static void count(Handle handle, Counted counted, String state, String queue) {
        for (int band = 0; band < counted.open.length; band++) {
            long open = handle.createQuery(BETWEEN)
                    .bind(0, state)
                    .bind(1, queue)
                    .bind(2, counted.olderEnd(band))
                    .bind(3, counted.youngerEnd(band))
                    .mapTo(Long.class)
                    .one();
            counted.open[band] += open;
            counted.held += state.equals("LEASED") ? open : 0;
        }
        List<Long> late = handle.createQuery(LATE)
                .bind(0, state)
                .bind(1, queue)
                .bind(2, counted.now)
                .bind(3, QueueAges.MOST_LATE)
                .mapTo(Long.class)
                .list();
        late.forEach(openedAt -> counted.late[counted.band(openedAt)]++);
        counted.atLeast |= late.size() == QueueAges.MOST_LATE;
    }

    private static void takeOut(Handle handle, Counted counted, String state, String queue) {
        handle.createQuery(CHILD_SAFETY)
                .bind(0, state)
                .bind(1, queue)
                .map((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                .forEach(hidden -> {
                    int band = counted.band(hidden[0]);
                    counted.open[band]--;
                    counted.held -= state.equals("LEASED") ? 1 : 0;
                    if (hidden[1] < counted.now && counted.late[band] > 0) {
                        counted.late[band]--;
                    }
                });
    }

    /** Counts under way. */
    private static final class Counted {
        private final long now;
        private final long[] open = new long[QueueAges.FROM.size()];
        private final long[] late = new long[QueueAges.FROM.size()];
        private long held;
        private boolean atLeast;

        Counted(long now) {
            this.now = now;
        }

        /** A case opened then is just old enough for the band; what opens in the future is in the youngest. */
        long youngerEnd(int band) {
            return band == 0 ? Long.MAX_VALUE : now - QueueAges.FROM.get(band).toMillis();
        }

        long olderEnd(int band) {
            return band == open.length - 1 ? Long.MIN_VALUE : youngerEnd(band + 1);
        }

        int band(long openedAt) {
            int band = open.length - 1;
            while (openedAt > youngerEnd(band)) {
                band--;
            }
            return band;
        }

        QueueAges ages() {
            List<QueueAges.Band> bands = new ArrayList<>();
            for (int i = 0; i < open.length; i++) {
                bands.add(new QueueAges.Band(QueueAges.FROM.get(i), open[i], late[i]));
            }
            return new QueueAges(bands, held, atLeast);
        }
    }
}
