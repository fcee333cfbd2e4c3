package org.moderationdesk.queue;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.Report;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.Route;

/**
 * Flagged items on their way into the queue, many in one act. Entries are appended as items are added; the rows of
 * cases are written by {@link #flush}. Lives inside its act.
 */
public final class CaseBatch {
    private final Act act;
    private final Triage triage;
    private final Plan plan;
    private final Map<String, CaseState> open;
    private final Map<String, Queue.Marks> marked;
    private final SourceRecord sources;
    private final int expected;
    private final Counters counters = new Counters();
    private final Set<CaseState> fresh = new LinkedHashSet<>();
    private final Map<CaseState, Long> changed = new LinkedHashMap<>();
    private ArrayDeque<Long> ids = new ArrayDeque<>();

    CaseBatch(Act act, Triage triage, Plan plan, List<FlaggedItem> lines) {
        this.act = act;
        this.triage = triage;
        this.plan = plan;
        this.expected = lines.size();
        List<String> items =
                lines.stream().map(line -> line.item().id()).distinct().toList();
        this.open = CaseTable.openOf(act.handle(), items);
        this.marked = CaseTable.marksOf(act.handle(), items);
        this.sources = SourceRecord.of(
                act.handle(),
                lines.stream().flatMap(line -> line.reports().stream()).toList());
    }

    /** As {@link CaseWriter#onFlagged}; the new reports can be written at once with the case that this returns. */
    public CaseChange add(Item item, List<Report> newReports, boolean newItemVersion) {
        CaseState state = open.get(item.id());
        if (state == null) {
            return newReports.isEmpty() ? new CaseChange(null, false, 0) : open(item, newReports);
        }
        if (!newReports.isEmpty() || newItemVersion) {
            join(state, item, newReports);
        }
        return new CaseChange(state.id, false, newReports.size());
    }

    /** Writes the cases and counters. */
    public void flush() {
        CaseTable.insert(act.handle(), List.copyOf(fresh));
        if (!CaseTable.update(act.handle(), List.copyOf(changed.keySet()), List.copyOf(changed.values()))) {
            throw new IllegalStateException("a case changed under an open act");
        }
        counters.write(act);
        fresh.clear();
        changed.clear();
    }

    private CaseChange open(Item item, List<Report> reports) {
        var state = new CaseState(nextId(), item.id(), item.kind(), act.at().toEpochMilli());
        state.edition = triage.edition();
        // What an earlier case of the item needed the clearance for is in the item still.
        Queue.Marks earlier = marked.getOrDefault(item.id(), Queue.Marks.none());
        state.childSafety = earlier.childSafety();
        state.sealed = earlier.sealed();
        triage.apply(state, item, reports, weight(reports), act.at());
        @Nullable String rule = route(state);
        counters.plus(state);
        open.put(item.id(), state);
        fresh.add(state);
        tell(EventKind.CASE_OPENED, state, reports.size(), rule);
        return new CaseChange(state.id, true, 0);
    }

    private void join(CaseState state, Item item, List<Report> reports) {
        long was = state.eventSeq;
        counters.minus(state);
        String queue = state.queue;
        triage.apply(state, item, reports, weight(reports), act.at());
        @Nullable String rule = route(state);
        counters.plus(state);
        if (!fresh.contains(state)) {
            changed.putIfAbsent(state, was);
        }
        tell(EventKind.CASE_CHANGED, state, reports.size(), queue.equals(state.queue) ? null : rule);
    }

    /** Puts a case that nobody holds where it belongs as it now is, and answers by which rule. */
    private @Nullable String route(CaseState state) {
        Route route = state.state == CaseRow.State.WAITING
                ? Placement.of(act.handle(), plan, state)
                : new Route(state.queue, null);
        Placement.put(state, plan, route.queue());
        return route.rule();
    }

    private void tell(EventKind kind, CaseState state, int reports, @Nullable String rule) {
        Map<String, Object> facts =
                new TreeMap<>(Map.of("queue", state.queue, "severity", state.severity.name(), "reports", reports));
        Placement.tell(facts, plan, rule);
        act.append(new Entry(kind, state.id, state.itemId, facts, List.of(CaseTable.tell(state, act.next()))));
    }

    private long weight(List<Report> reports) {
        return reports.stream().mapToLong(sources::weight).sum();
    }

    private long nextId() {
        @Nullable Long id = ids.poll();
        if (id == null) {
            ids = CaseTable.newIds(act.handle(), Math.max(1, expected));
            id = ids.remove();
        }
        return id;
    }
}
