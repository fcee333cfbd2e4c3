package org.moderationdesk.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;

/**
 * Lets go of second reviews that nobody has begun and whose decision was taken back or gave way to another, or whose item
 * has been erased: of what is empty nobody can judge.
 */
final class Dropping {
    private static final String GONE = """
        select r.id
          from second_review r
          join quality_draw q on q.review_id = r.id
          join decision d on d.id = q.decision_id
         where r.state = 'WAITING'
           and (d.state not in ('IN_EFFECT', 'AWAITING_SECOND')
                or exists (select 1 from erased x where x.what = 'CONTENT' and x.subject = r.item_id))
         order by r.id
        """;

    private final Store store;
    private final EventLog log;

    Dropping(Store store, EventLog log) {
        this.store = store;
        this.log = log;
    }

    int drop(Person lead) {
        List<String> gone = store.read(
                handle -> handle.createQuery(GONE).mapTo(String.class).list());
        int dropped = 0;
        for (String one : gone) {
            dropped += log.record(lead.name(), act -> drop(act, one));
        }
        return dropped;
    }

    private static int drop(Act act, String reviewId) {
        Handle handle = act.handle();
        Optional<ReviewRow> row = ReviewRow.find(handle, reviewId).filter(found -> found.state() == Stage.WAITING);
        Optional<DrawRow> draw = DrawRow.find(handle, reviewId);
        if (row.isEmpty() || draw.isEmpty()) {
            return 0;
        }
        var rows =
                List.of(Comparing.put(act, draw.get(), Stage.DROPPED), row.get().change(act, Stage.DROPPED));
        var facts = Map.of("review", reviewId, "decision", draw.get().decisionId());
        long unused = Comparing.append(act, EventKind.SECOND_DROPPED, row.get(), facts, rows);
        return 1;
    }
}
