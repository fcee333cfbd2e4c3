package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.practice.PlacedTest.Standing;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** What has become of hidden tests, as one person may know: what came to be of child safety is not there without clearance. */
final class HiddenStandings {
    private static final String CASES = """
        select item_id, state, queue, child_safety from open_case where item_id in (<ids>) order by id
        """;

    private final PlansInForce plans = new PlansInForce();

    List<PlacedTest> of(Handle handle, Person viewer, List<HiddenTest> tests) {
        List<String> ids = tests.stream().map(HiddenTest::itemId).toList();
        Map<String, CaseRow.State> cases = cases(handle, viewer, ids);
        Map<String, HiddenRows.Decided> decided = new HashMap<>();
        HiddenRows.decided(handle, ids).forEach(one -> decided.putIfAbsent(one.itemId(), one));
        Map<String, Set<String>> retired = HiddenRows.retired(handle, ids);
        List<PlacedTest> all = new ArrayList<>();
        for (HiddenTest test : tests) {
            Optional.ofNullable(cases.get(test.itemId()))
                    .map(state ->
                            standing(state, decided.get(test.itemId()), retired.getOrDefault(test.itemId(), Set.of())))
                    .ifPresent(standing -> all.add(new PlacedTest(test, standing)));
        }
        return all;
    }

    /** Of the last case of each item that this person may know of. */
    private Map<String, CaseRow.State> cases(Handle handle, Person viewer, List<String> ids) {
        Map<String, CaseRow.State> last = new HashMap<>();
        Set<String> unseen = new HashSet<>();
        Plan plan = plans.read(handle);
        for (List<String> some : Parts.of(ids)) {
            handle.createQuery(CASES)
                    .bindList("ids", some)
                    .map((row, _) -> {
                        String item = row.getString("item_id");
                        if (!Rights.sees(viewer, row.getBoolean("child_safety"))
                                || !plan.shows(viewer, row.getString("queue"))) {
                            unseen.add(item);
                        }
                        return Map.entry(item, CaseRow.State.valueOf(row.getString("state")));
                    })
                    .forEach(one -> last.put(one.getKey(), one.getValue()));
        }
        last.keySet().removeAll(unseen);
        return last;
    }

    private static Standing standing(CaseRow.State state, HiddenRows.@Nullable Decided decided, Set<String> retiredBy) {
        return switch (state) {
            case WAITING -> Standing.WAITING;
            case LEASED -> Standing.HELD;
            case CLOSED -> {
                if (decided == null) {
                    yield Standing.ANSWERED;
                }
                if (retiredBy.contains(decided.person())) {
                    yield Standing.RETIRED;
                }
                yield decided.state() == DecisionState.AWAITING_SECOND ? Standing.AWAITING_SECOND : Standing.ANSWERED;
            }
        };
    }
}
