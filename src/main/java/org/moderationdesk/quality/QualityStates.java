package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The state that decisions have in quality review, for those who may know: team leads of all decisions but the one that
 * they review blind right now, everybody of their own. What is not told of is {@link QualityState#NOT_SAMPLED}. Any
 * thread but the JavaFX one may call it.
 */
public final class QualityStates {
    private static final int AT_ONCE = 500;
    private static final String SHOWN = """
        select q.decision_id, q.state, q.event_seq
          from decision_quality q
          join quality_draw d on d.review_id = q.review_id
          join second_review r on r.id = q.review_id
         where (:all = true or d.first_person = :me)
           and (:cleared = true or d.child_safety = false and %s)
           and not (r.state = 'TAKEN' and r.second_person = :me)
        """.formatted(Clearance.unmarked("d.item_id"));
    private static final String OF = SHOWN + " and q.decision_id in (<ids>)";
    private static final String SINCE =
            SHOWN + " and q.event_seq > :seq order by q.event_seq fetch first :limit rows only";

    private static final String BY_THE_SERVER = """
        select decision_id, state, event_seq
          from desk_quality_states(:seq, :limit)
         where :cleared = true or child_safety = false
         order by event_seq
        """;

    private final Store store;

    public QualityStates(Store store) {
        this.store = store;
    }

    /**
     * One decision's state.
     *
     * @param eventSeq the entry that told of it last
     */
    public record Marked(String decisionId, QualityState state, long eventSeq) {}

    /** The states of these decisions; those that were not sampled are not in it. */
    public Map<String, QualityState> of(Person viewer, Collection<String> decisionIds) {
        List<String> ids = List.copyOf(decisionIds);
        var states = new HashMap<String, QualityState>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            read(viewer, OF, Map.of("ids", some), 0, 0).forEach(one -> states.put(one.decisionId(), one.state()));
        }
        return states;
    }

    /**
     * What has changed after this entry, oldest first: all of it from 0.
     *
     * @param limit at most so many; ask again after the last one's entry
     */
    public List<Marked> since(Person viewer, long eventSeq, int limit) {
        if (FiguresOnly.isSo(store, viewer)) {
            return store.read(handle -> handle.createQuery(BY_THE_SERVER)
                    .bind("seq", eventSeq)
                    .bind("limit", limit)
                    .bind("cleared", Rights.sees(viewer, true))
                    .map((row, _) -> marked(row))
                    .list());
        }
        return read(viewer, SINCE, Map.of(), eventSeq, limit);
    }

    private List<Marked> read(Person viewer, String sql, Map<String, List<String>> lists, long seq, int limit) {
        return store.read(handle -> {
            var query = handle.createQuery(sql)
                    // Figures are made of all of them, also for who resolves none.
                    .bind("all", Rights.has(viewer, Right.RESOLVE_DIFFERENCE) || Rights.has(viewer, Right.SEE_INSIGHTS))
                    .bind("cleared", Rights.sees(viewer, true))
                    .bind("me", viewer.name());
            if (lists.isEmpty()) {
                query.bind("seq", seq).bind("limit", limit);
            }
            lists.forEach((name, values) -> query.bindList(name, values));
            return query.map((row, _) -> marked(row)).list();
        });
    }

    private static Marked marked(ResultSet row) throws SQLException {
        return new Marked(
                row.getString("decision_id"), QualityState.valueOf(row.getString("state")), row.getLong("event_seq"));
    }
}
