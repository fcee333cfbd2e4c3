package org.moderationdesk.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.EventKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what a team at work did that must never happen, from the log in its order and from the tables. */
final class TeamWitness {
    private static final long LEASE = TeamShift.LEASES.lease().toMillis();
    private static final Set<EventKind> ENDS =
            Set.of(EventKind.RELEASED, EventKind.SKIPPED, EventKind.CASE_CLOSED, EventKind.LEASE_ENDED);

    private TeamWitness() {}

    /** One entry about a case: by whom, and under which token. */
    record Told(EventKind kind, long caseId, long at, long token, String by) {}

    /** What is wrong in the log alone. */
    static List<String> of(List<Told> log) {
        List<String> found = new ArrayList<>();
        Map<Long, Told> held = new HashMap<>();
        Map<Long, Long> tokens = new HashMap<>();
        Set<Long> decided = new HashSet<>();
        for (Told told : log) {
            @Nullable Told claim = held.get(told.caseId);
            boolean alive = claim != null && told.at < claim.at + LEASE;
            if (told.kind == EventKind.CLAIMED) {
                if (alive && claim != null && !claim.by.equals(told.by)) {
                    found.add("two leases alive: " + claim + " and " + told);
                }
                if (told.token <= tokens.getOrDefault(told.caseId, 0L)) {
                    found.add("a token that did not grow: " + told);
                }
                tokens.put(told.caseId, told.token);
                held.put(told.caseId, told);
                continue;
            }
            boolean latest = claim != null && claim.token == told.token;
            if (told.kind == EventKind.DECIDED) {
                if (!latest || !alive || claim == null || !claim.by.equals(told.by)) {
                    found.add("decided without the lease: " + told + " after " + claim);
                }
                if (!decided.add(told.caseId)) {
                    found.add("decided twice: " + told);
                }
            } else if (ENDS.contains(told.kind)) {
                if (!latest || alive == (told.kind == EventKind.LEASE_ENDED)) {
                    found.add("ended otherwise than its lease: " + told + " after " + claim);
                }
                held.remove(told.caseId);
            }
        }
        return found;
    }

    /** What is wrong in a store whose cases should all be decided. */
    static List<String> of(Store store, List<String> confirmed, int cases) {
        List<Told> log = log(store);
        List<String> found = new ArrayList<>(of(log));
        Set<String> recorded = new HashSet<>(strings(store, "select id from decision"));
        Set<String> said = new HashSet<>();
        for (String id : confirmed) {
            if (!recorded.contains(id)) {
                found.add("lost: " + id);
            }
            if (!said.add(id)) {
                found.add("confirmed twice: " + id);
            }
        }
        long decided =
                log.stream().filter(told -> told.kind == EventKind.DECIDED).count();
        if (decided != cases || recorded.size() != cases) {
            found.add(cases + " cases, decided in the log " + decided + ", in the table " + recorded.size());
        }
        found.addAll(strings(store, "select 'left open: ' || item_id from open_case where state <> 'CLOSED'"));
        found.addAll(strings(store, "select 'a lease is left: ' || case_id from lease"));
        found.addAll(strings(store, """
            select 'half: ' || d.id
              from decision d
             where not exists (select 1 from measure m where m.decision_id = d.id)
                or not exists (select 1 from decision_answer a where a.decision_id = d.id)
            """));
        found.addAll(strings(store, "select 'counter of ' || name || ': ' || amount from counter where amount <> 0"));
        new ReviewDesk(store, Clock.systemUTC())
                .verify()
                .why(new Texts(Language.EN))
                .ifPresent(why -> found.add("verify: " + why));
        return found;
    }

    /** Every entry about a claim or a decision, in the order of the log. */
    static List<Told> log(Store store) {
        var json = JsonMapper.shared();
        return store.read(handle -> handle.createQuery("""
            select kind, case_id, at, person, body
              from event
             where kind in ('CLAIMED', 'DECIDED', 'RELEASED', 'SKIPPED', 'CASE_CLOSED', 'LEASE_ENDED')
             order by seq
            """)
                .map((row, _) -> {
                    JsonNode token =
                            json.readTree(row.getString(5)).required("facts").get("token");
                    return new Told(
                            EventKind.valueOf(row.getString(1)),
                            row.getLong(2),
                            row.getLong(3),
                            token == null ? -1 : token.asLong(),
                            row.getString(4));
                })
                .list());
    }

    private static List<String> strings(Store store, String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
