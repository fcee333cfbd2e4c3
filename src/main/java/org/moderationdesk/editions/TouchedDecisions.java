package org.moderationdesk.editions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Finds the decisions that an edition touches, page after page through the list of all. Slow where there are many: not
 * for the JavaFX thread; it stops when its progress is told to.
 */
public final class TouchedDecisions {
    private static final int PAGE = 20_000;
    private static final int AT_ONCE = 500;
    private static final String NEWEST = "select coalesce(max(seq), 0) from decision_fact";
    private static final String NEXT = """
        select f.seq, f.decision_id, f.item_id, f.clauses, f.at, f.child_safety, f.state, f.outcome
          from decision_fact f
         where f.seq > ?
         order by f.seq
         fetch first ? rows only
        """;
    private static final String BY_ANOTHER =
            "select id from decision where id in (<ids>) and edition not in (<editions>)";

    private final Store store;

    private final HiddenTests tests;

    /** Of a desk without hidden tests. */
    public TouchedDecisions(Store store) {
        this(store, HiddenTests.NONE);
    }

    /** @param tests whose decisions are neither counted nor drawn */
    public TouchedDecisions(Store store, HiddenTests tests) {
        this.store = store;
        this.tests = tests;
    }

    private record Row(
            long seq, String id, String itemId, String clauses, long at, boolean childSafety, boolean stands) {}

    /** One that was drawn. */
    record Drawn(String decisionId, String itemId, boolean childSafety, long lot) {}

    /** What was drawn of how many. */
    record Draw(long found, List<Drawn> drawn) {}

    /**
     * Counts them by clause, as far as this person may know of them.
     *
     * @throws java.util.concurrent.CancellationException when the progress asks to stop
     */
    public Touched count(Person lead, Shelf shelf, Edition edition, Progress progress) {
        Rights.require(lead, Right.PLAN_QUALITY);
        var counted = new TreeMap<ClauseCode, Long>();
        Set<ClauseCode> clauses = BookChanges.touched(shelf.changes(edition));
        clauses.forEach(clause -> counted.put(clause, 0L));
        long[] all = {0};
        walk(lead, new Wanted(shelf.from(edition), edition.from().toEpochMilli(), clauses), progress, (_, named) -> {
            all[0]++;
            named.forEach(clause -> counted.merge(clause, 1L, Long::sum));
        });
        return new Touched(all[0], counted);
    }

    /**
     * Draws of those that name one of these clauses: the same ones for the same seed and the same decisions.
     *
     * @param most how many at most
     */
    Draw draw(
            Person lead,
            Shelf shelf,
            Edition edition,
            Set<ClauseCode> clauses,
            int most,
            long seed,
            Progress progress) {
        Rights.require(lead, Right.PLAN_QUALITY);
        var smallest = new PriorityQueue<Drawn>(Comparator.comparingLong(Drawn::lot)
                .thenComparing(Drawn::decisionId)
                .reversed());
        long[] found = {0};
        walk(lead, new Wanted(shelf.from(edition), edition.from().toEpochMilli(), clauses), progress, (row, _) -> {
            found[0]++;
            smallest.add(new Drawn(row.id(), row.itemId(), row.childSafety(), lot(seed, row.id())));
            if (smallest.size() > most) {
                smallest.remove();
            }
        });
        List<Drawn> drawn = new ArrayList<>(smallest);
        drawn.sort(Comparator.comparingLong(Drawn::lot).thenComparing(Drawn::decisionId));
        return new Draw(found[0], drawn);
    }

    /** Mixes the seed into an id, as SplitMix64 does: no id is drawn more readily than another. */
    private static long lot(long seed, String id) {
        UUID uuid = UUID.fromString(id);
        return mixed(mixed(seed ^ uuid.getMostSignificantBits()) ^ uuid.getLeastSignificantBits());
    }

    private static long mixed(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * What is looked for.
     *
     * @param editions decisions by these are not touched
     * @param from before it nothing can have been decided by them
     */
    private record Wanted(List<String> editions, long from, Set<ClauseCode> clauses) {}

    @FunctionalInterface
    private interface Found {
        void one(Row row, Set<ClauseCode> named);
    }

    private void walk(Person lead, Wanted wanted, Progress progress, Found found) {
        long newest = store.read(
                handle -> handle.createQuery(NEWEST).mapTo(Long.class).one());
        Map<String, Set<ClauseCode>> known = new HashMap<>();
        Set<String> leftOut = store.read(tests::items);
        long after = 0;
        boolean more = true;
        while (more) {
            progress.pass(after, newest);
            long from = after;
            List<Row> page = store.read(handle -> next(handle, from));
            more = page.size() == PAGE;
            after = page.isEmpty() ? after : page.getLast().seq();
            List<Row> naming = page.stream()
                    .filter(Row::stands)
                    .filter(row -> Rights.sees(lead, row.childSafety()) && !leftOut.contains(row.itemId()))
                    .filter(row -> !named(known, wanted, row).isEmpty())
                    .toList();
            Set<String> later = byALaterOne(naming, wanted);
            naming.stream()
                    .filter(row -> !later.contains(row.id()))
                    .forEach(row -> found.one(row, named(known, wanted, row)));
        }
        progress.pass(newest, newest);
    }

    private static Set<ClauseCode> named(Map<String, Set<ClauseCode>> known, Wanted wanted, Row row) {
        return known.computeIfAbsent(row.clauses(), codes -> Arrays.stream(codes.split(" "))
                .flatMap(code -> ClauseCode.parse(code).stream())
                .filter(wanted.clauses()::contains)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those that were made once the edition was in force, and by it, or by one after it. */
    private Set<String> byALaterOne(List<Row> rows, Wanted wanted) {
        List<String> since = rows.stream()
                .filter(row -> row.at() >= wanted.from())
                .map(Row::id)
                .toList();
        Set<String> later = new HashSet<>(since);
        for (int i = 0; i < since.size(); i += AT_ONCE) {
            List<String> some = since.subList(i, Math.min(since.size(), i + AT_ONCE));
            later.removeAll(new HashSet<>(store.read(handle -> handle.createQuery(BY_ANOTHER)
                    .bindList("ids", some)
                    .bindList("editions", wanted.editions())
                    .mapTo(String.class)
                    .list())));
        }
        return later;
    }

    private static List<Row> next(Handle handle, long after) {
        return handle.createQuery(NEXT)
                .bind(0, after)
                .bind(1, PAGE)
                .map((row, _) -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getBoolean(6),
                        stands(row.getString(7), row.getString(8))))
                .list();
    }

    /** Where nothing was decided but who should, there is nothing to review. */
    private static boolean stands(String state, String outcome) {
        return (state.equals("IN_EFFECT") || state.equals("AWAITING_SECOND")) && !outcome.equals("ESCALATE");
    }
}
