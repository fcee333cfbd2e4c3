package org.moderationdesk.queue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** Every case that there is or was. Any thread but the JavaFX one may call it. */
public final class CaseArchive {
    private static final int PAGE = 1_000;
    private static final String NEXT = "select " + CaseTable.COLUMNS + """
        , l.holder
          from open_case c
          left join lease l on l.case_id = c.id
         where c.id > ?
         order by c.id
         fetch first ? rows only
        """;

    private final Store store;
    private final HiddenTests tests;
    private final PlansInForce plans = new PlansInForce();

    /** Of a desk without hidden tests. */
    public CaseArchive(Store store) {
        this(store, HiddenTests.NONE);
    }

    /** @param tests left out of all that is read here, which is what figures and exports are made of */
    public CaseArchive(Store store, HiddenTests tests) {
        this.store = store;
        this.tests = tests;
    }

    /**
     * Items of which nothing is told here: those with a child-safety case, open or closed, to who has no clearance, the one
     * that this person reviews a second time right now, and hidden tests.
     */
    public Set<String> hiddenItems(Person viewer) {
        Set<String> hidden = new HashSet<>(store.read(handle -> BlindItems.of(handle, viewer.name())));
        hidden.addAll(uncleared(viewer));
        hidden.addAll(store.read(tests::items));
        return hidden;
    }

    private Set<String> uncleared(Person viewer) {
        return Rights.sees(viewer, true)
                ? Set.of()
                : store.read(handle -> {
                    Plan plan = plans.read(handle);
                    Set<String> hidden =
                            new HashSet<>(handle.createQuery("select item_id from open_case where child_safety")
                                    .mapTo(String.class)
                                    .set());
                    Stream.concat(
                                    Stream.of(Plan.CHILD_SAFETY),
                                    plan.queues().stream().map(NamedQueue::name))
                            .filter(plan::needsClearance)
                            .distinct()
                            .forEach(queue -> hidden.addAll(itemsIn(handle, queue)));
                    return hidden;
                });
    }

    private static Set<String> itemsIn(Handle handle, String queue) {
        return handle.createQuery("select item_id from open_case where queue = ?")
                .bind(0, queue)
                .mapTo(String.class)
                .set();
    }

    /**
     * Gives the cases opened from one moment until before another, by number, a page at a time, without those that the
     * person has no clearance for.
     */
    public void stream(Person viewer, Instant from, Instant to, Consumer<CaseRow> out) {
        long last = 0;
        Plan plan = store.read(plans::read);
        Set<String> hidden = hiddenItems(viewer);
        List<CaseRow> page;
        do {
            long after = last;
            page = store.read(handle -> handle.createQuery(NEXT)
                    .bind(0, after)
                    .bind(1, PAGE)
                    .map((rows, _) -> CaseTable.read(rows).row(rows.getString("holder")))
                    .list());
            for (CaseRow row : page) {
                last = row.id();
                boolean within =
                        !row.openedAt().isBefore(from) && row.openedAt().isBefore(to);
                if (within && !hidden.contains(row.itemId()) && plan.shows(viewer, row.queue())) {
                    out.accept(row);
                }
            }
        } while (page.size() == PAGE);
    }
}
