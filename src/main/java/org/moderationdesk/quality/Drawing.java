package org.moderationdesk.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.RowState;

/** Writes that a decision was drawn: its second review waits from now on. */
final class Drawing {
    private static final String OPEN = """
        select count(*)
          from quality_draw d
          join second_review r on r.id = d.review_id
         where d.decision_id = ? and r.state in ('WAITING', 'TAKEN', 'ANSWERED', 'DIFFERS')
        """;

    private final Act act;
    private final StoredItems items;
    private final Book book;

    Drawing(Act act, StoredItems items, Book book) {
        this.act = act;
        this.items = items;
        this.book = book;
    }

    /** Whether a second review of the decision is not settled yet. */
    boolean isOpen(String decisionId) {
        return act.handle()
                        .createQuery(OPEN)
                        .bind(0, decisionId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /**
     * Lets the second review wait.
     *
     * @param askedBy who asked for it, and {@code reason} in which words; null where a plan drew it
     * @return the review's id
     */
    String draw(
            Decided decision, Stratum stratum, SamplingPlan plan, @Nullable String askedBy, @Nullable String reason) {
        String id = Ids.next(act.at());
        var stored = decision.stored();
        CaseAsItWas was = new Snapshot(act.handle(), items, book).of(stored, act.at(), plan.dueDays());
        int version = askedBy == null ? plan.version() : 0;
        List<RowState> rows = new ArrayList<>();
        rows.add(new DrawRow(
                        id,
                        stored.id(),
                        stored.itemId(),
                        stored.person(),
                        decision.section(),
                        stored.at().toEpochMilli(),
                        version,
                        stratum.stored(),
                        askedBy,
                        reason,
                        decision.childSafety(),
                        act.at().toEpochMilli())
                .insert(act));
        rows.add(new ReviewRow(id, was, Stage.WAITING, null, null, 0, 0).insert(act));
        rows.add(QualityRow.put(act, stored.id(), id, stored.itemId(), QualityState.WAITING));
        var facts = new TreeMap<String, Object>(
                Map.of("decision", stored.id(), "review", id, "plan", version, "stratum", stratum.stored()));
        if (reason != null) {
            facts.put("reason", reason);
        }
        act.append(new Entry(EventKind.SAMPLED, stored.caseId(), stored.itemId(), facts, rows));
        return id;
    }
}
