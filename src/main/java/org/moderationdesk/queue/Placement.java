package org.moderationdesk.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.Route;
import org.moderationdesk.routing.Traits;

/** In which queue a case belongs by the plan in force, and what being there adds to its priority. */
final class Placement {
    private static final String PART = "queue";
    private static final long POINT = 1_000;
    private static final String MOVED_BY_PEOPLE = """
        select case_id, kind, body
          from event
         where item_id = ? and kind in ('ESCALATED', 'CASE_REOPENED')
         order by item_id, seq
        """;

    private Placement() {}

    static Traits traits(CaseState state) {
        return new Traits(state.kind, state.severity, state.sectionList(), state.language, state.region);
    }

    /** Where the case belongs: where the rules put it, unless a person has sent it where it is. */
    static Route of(Handle handle, Plan plan, CaseState state) {
        if (plan.isNone()) {
            return new Route(state.queue, null);
        }
        Route route = plan.route(traits(state));
        return route.queue().equals(state.queue) || !sentByPerson(handle, state) ? route : new Route(state.queue, null);
    }

    /** Whether the case is there, with the points of that queue. */
    static boolean holds(CaseState state, Plan plan, Route route) {
        return route.queue().equals(state.queue) && state.priority().part(PART) == plan.points(state.queue) * POINT;
    }

    /** Puts the case there; counters are the caller's. */
    static void put(CaseState state, Plan plan, String queue) {
        state.queue = queue;
        Priority was = state.priority();
        long points = plan.points(queue) * POINT;
        if (was.part(PART) == points) {
            return;
        }
        List<Priority.Part> parts = new ArrayList<>(was.fixed());
        parts.removeIf(part -> part.name().equals(PART));
        if (points != 0) {
            parts.add(new Priority.Part(PART, points));
        }
        state.points = new Priority(parts, Instant.ofEpochMilli(state.dueAt)).stored(Priority.weight(state.points));
    }

    /** Says by which version and rule a case has come where it is. */
    static void tell(Map<String, Object> facts, Plan plan, @Nullable String rule) {
        if (!plan.isNone()) {
            facts.put("routing", plan.version());
            if (rule != null) {
                facts.put("rule", rule);
            }
        }
    }

    /** Whether an escalation brought it where it is that nobody has undone; one never claimed was never escalated. */
    private static boolean sentByPerson(Handle handle, CaseState state) {
        if (state.token == 0) {
            return false;
        }
        int sent = 0;
        for (Moved moved : handle.createQuery(MOVED_BY_PEOPLE)
                .bind(0, state.itemId)
                .map((rows, _) -> new Moved(rows.getLong(1), rows.getString(2), rows.getString(3)))
                .list()) {
            if (moved.caseId() == state.id) {
                boolean there = moved.kind().equals(EventKind.ESCALATED.name());
                sent += there ? 1 : moved.body().contains("\"to\":") ? -1 : 0;
            }
        }
        return sent > 0;
    }

    private record Moved(long caseId, String kind, String body) {}
}
