package org.moderationdesk.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.routing.Route;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What a plan does to the cases that are open: told beforehand, and then done, to those that nobody holds. The others
 * follow when they are given back. Progress counts numbers of cases, up to the newest. Slow: not for the JavaFX thread;
 * safe for any other.
 */
public final class Rerouting {
    private static final int READ_AT_ONCE = 2_000;
    private static final int MOVED_AT_ONCE = 500;
    private static final int SAMPLES_A_FLOW = 3;
    private static final int MOST_SAMPLES = 60;
    static final String NEXT = "select " + CaseTable.COLUMNS + """
         from open_case c where c.id > ? and c.state <> 'CLOSED' order by c.id fetch first ? rows only
        """;
    private static final String NEWEST = "select id from open_case order by id desc fetch first 1 row only";

    private final Store store;
    private final EventLog log;
    private final PlansInForce plans = new PlansInForce();

    public Rerouting(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    /**
     * What would go where, of the cases that this person may know of; nothing is changed.
     *
     * @param plan the whole of it, see {@link org.moderationdesk.routing.StoredPlans#checked}
     * @throws CancellationException when the progress asks to stop
     */
    public Preview dryRun(Person lead, Plan plan, Progress progress) {
        Rights.require(lead, Right.SET_ROUTING);
        // A plan that was never in force counts as one all the same.
        Plan meant = plan.isNone() ? plan.as(Integer.MAX_VALUE) : plan;
        var counted = new Counted();
        long newest = newest();
        long after = 0;
        boolean more = true;
        while (more) {
            progress.pass(after, newest);
            long from = after;
            List<Judged> judged = store.read(handle -> judged(handle, meant, from));
            Plan now = store.read(plans::read);
            judged.stream()
                    .filter(one -> shown(lead, now, one.state())
                            && meant.shows(lead, one.route().queue()))
                    .forEach(counted::add);
            more = judged.size() == READ_AT_ONCE;
            after = judged.isEmpty() ? after : judged.getLast().state().id;
        }
        progress.pass(newest, newest);
        return counted.preview();
    }

    private static List<Judged> judged(Handle handle, Plan plan, long after) {
        return next(handle, after).stream()
                .map(state -> new Judged(state, Placement.of(handle, plan, state)))
                .toList();
    }

    private static boolean shown(Person viewer, Plan plan, CaseState state) {
        return Rights.sees(viewer, state.childSafety) && plan.shows(viewer, state.queue);
    }

    /** Whether every waiting case has been moved to where the plan in force puts it. */
    public boolean isDone() {
        return store.read(handle -> {
            int version = plans.read(handle).version();
            return version == 0 || moved(handle, version).map(Moved::finished).orElse(false);
        });
    }

    /**
     * Moves the waiting cases to where the plan in force puts them, in batches, from where an earlier call was stopped.
     * Ends early when another plan has come into force.
     *
     * @return how many of those that this person may know of are in another queue now
     * @throws CancellationException when the progress asks to stop; what was moved stays moved, and the rest waits until
     *     somebody asks again
     */
    public long apply(Person lead, Progress progress) {
        Rights.require(lead, Right.SET_ROUTING);
        try {
            return goOn(lead, progress);
        } catch (CancellationException stopped) {
            int unused = store.write(this::noteStopped);
            throw stopped;
        }
    }

    /** The same for the desk itself: who stops it only has it wait for the next time. */
    long goOn(Person lead, Progress progress) {
        Plan plan = store.read(plans::read);
        if (plan.isNone()) {
            return 0;
        }
        long newest = newest();
        long after = store.read(handle -> moved(handle, plan.version()))
                .filter(known -> !(known.partly() && store.read(handle -> seesAll(handle, lead))))
                .map(Moved::through)
                .orElse(0L);
        long moved = 0;
        boolean more = true;
        while (more) {
            progress.pass(after, newest);
            long from = after;
            Found found = store.read(handle -> misplaced(handle, plan, from));
            more = found.more();
            after = found.through();
            boolean last = !more;
            long through = after;
            if (last || !found.cases().isEmpty()) {
                long done = log.record(lead.name(), act -> move(act, lead, plan, found.cases(), through, last));
                if (done < 0) {
                    return moved;
                }
                moved += done;
            }
        }
        progress.pass(newest, newest);
        return moved;
    }

    /** A move of the plan in force that this person could go on with and nobody stopped; empty where all is done. */
    Optional<Moved> cutOff(Person lead) {
        return store.read(handle -> {
            int version = plans.read(handle).version();
            return version == 0
                    ? Optional.<Moved>empty()
                    : moved(handle, version)
                            .or(() -> Optional.of(new Moved(version, 0, false, false, false)))
                            .filter(one -> !one.stopped())
                            .filter(one -> !one.finished() || one.partly() && seesAll(handle, lead));
        });
    }

    /** On a shared store the server shows what concerns child safety to nobody without the clearance. */
    private static boolean seesAll(Handle handle, Person lead) {
        return !Dialect.of(handle).isShared() || Rights.sees(lead, true);
    }

    private static Found misplaced(Handle handle, Plan plan, long after) {
        List<CaseState> states = next(handle, after);
        List<Long> found = new ArrayList<>();
        long through = after;
        for (CaseState state : states) {
            if (found.size() == MOVED_AT_ONCE) {
                return new Found(found, through, true);
            }
            through = state.id;
            if (isMisplaced(handle, plan, state)) {
                found.add(state.id);
            }
        }
        return new Found(found, through, states.size() == READ_AT_ONCE);
    }

    private static boolean isMisplaced(Handle handle, Plan plan, CaseState state) {
        return state.state == CaseRow.State.WAITING && !Placement.holds(state, plan, Placement.of(handle, plan, state));
    }

    /** How many now are in another queue; -1 when the plan is not in force any more. */
    private long move(Act act, Person lead, Plan plan, List<Long> cases, long through, boolean last) {
        if (plans.read(act.handle()).version() != plan.version()) {
            return -1;
        }
        long elsewhere = 0;
        var counters = new Counters();
        Map<CaseState, Long> changed = new LinkedHashMap<>();
        for (long id : cases) {
            CaseState state = CaseTable.byId(act.handle(), id).orElseThrow();
            if (isMisplaced(act.handle(), plan, state)) {
                boolean shown = shown(lead, plan, state);
                String was = state.queue;
                changed.put(state, state.eventSeq);
                put(act, plan, state, counters);
                boolean seen = shown && plan.shows(lead, state.queue);
                elsewhere += seen && !was.equals(state.queue) ? 1 : 0;
            }
        }
        if (!CaseTable.update(act.handle(), List.copyOf(changed.keySet()), List.copyOf(changed.values()))) {
            throw new IllegalStateException("a case changed under an open act");
        }
        counters.write(act);
        note(act.handle(), new Moved(plan.version(), through, last, false, !seesAll(act.handle(), lead)));
        return elsewhere;
    }

    private static void put(Act act, Plan plan, CaseState state, Counters counters) {
        Route route = Placement.of(act.handle(), plan, state);
        Map<String, Object> facts = new TreeMap<>(Map.of("from", state.queue, "to", route.queue()));
        Placement.tell(facts, plan, route.rule());
        counters.minus(state);
        Placement.put(state, plan, route.queue());
        counters.plus(state);
        List<RowState> rows = List.of(CaseTable.tell(state, act.next()));
        act.append(new Entry(EventKind.CASE_ROUTED, state.id, state.itemId, facts, rows));
    }

    private static List<CaseState> next(Handle handle, long after) {
        return handle.createQuery(NEXT)
                .bind(0, after)
                .bind(1, READ_AT_ONCE)
                .map((rows, _) -> CaseTable.read(rows))
                .list();
    }

    private long newest() {
        return store.read(
                handle -> handle.createQuery(NEWEST).mapTo(Long.class).findOne().orElse(0L));
    }

    private int noteStopped(Handle handle) {
        int version = plans.read(handle).version();
        Moved known = moved(handle, version).orElse(new Moved(version, 0, false, false, false));
        note(handle, new Moved(version, known.through(), known.finished(), !known.finished(), known.partly()));
        return version;
    }

    private static Optional<Moved> moved(Handle handle, int version) {
        return handle.createQuery(
                        "select version, through, finished, stopped, partly from routing_move where version = ?")
                .bind(0, version)
                .map((rows, _) -> new Moved(
                        rows.getInt(1), rows.getLong(2), rows.getBoolean(3), rows.getBoolean(4), rows.getBoolean(5)))
                .findOne();
    }

    private static void note(Handle handle, Moved moved) {
        int known = handle.execute(
                "update routing_move set through = ?, finished = ?, stopped = ?, partly = ? where version = ?",
                moved.through(),
                moved.finished(),
                moved.stopped(),
                moved.partly(),
                moved.version());
        if (known == 0) {
            handle.execute(
                    "insert into routing_move (version, through, finished, stopped, partly) values (?, ?, ?, ?, ?)",
                    moved.version(),
                    moved.through(),
                    moved.finished(),
                    moved.stopped(),
                    moved.partly());
        }
    }

    /** Where a case belongs. */
    private record Judged(CaseState state, Route route) {}

    /** Cases that are not where they belong, up to a number. */
    private record Found(List<Long> cases, long through, boolean more) {}

    /**
     * How far a version has been carried out.
     *
     * @param stopped by somebody who asked for it
     * @param partly by somebody who is not shown every case
     */
    record Moved(int version, long through, boolean finished, boolean stopped, boolean partly) {}

    /** What has been counted so far. */
    private static final class Counted {
        private final Map<List<String>, long[]> flows = new TreeMap<>(
                Comparator.<List<String>, String>comparing(List::getFirst).thenComparing(List::getLast));
        private final List<Preview.Sample> samples = new ArrayList<>();

        void add(Judged one) {
            String from = one.state().queue;
            String to = one.route().queue();
            long[] counts = flows.computeIfAbsent(List.of(from, to), _ -> new long[2]);
            boolean waits = one.state().state == CaseRow.State.WAITING;
            counts[waits ? 0 : 1]++;
            if (!from.equals(to) && counts[0] + counts[1] <= SAMPLES_A_FLOW && samples.size() < MOST_SAMPLES) {
                samples.add(new Preview.Sample(
                        one.state().row(null), to, one.route().rule()));
            }
        }

        Preview preview() {
            List<Preview.Flow> all = new ArrayList<>();
            flows.forEach(
                    (way, counts) -> all.add(new Preview.Flow(way.getFirst(), way.getLast(), counts[0], counts[1])));
            all.sort(Comparator.comparing((Preview.Flow flow) -> !flow.moves())
                    .thenComparing(Comparator.comparingLong((Preview.Flow flow) -> flow.waiting() + flow.held())
                            .reversed()));
            return new Preview(all, samples);
        }
    }
}
