package org.moderationdesk.quality;

import java.util.Optional;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/** A row of the table {@code decision_quality}. */
record QualityRow(String decisionId, String reviewId, String itemId, QualityState state, long eventSeq) {
    private static final String FIND = """
        select decision_id, review_id, item_id, state, event_seq
          from decision_quality
         where decision_id = ?
        """;
    private static final String INSERT = """
        insert into decision_quality (decision_id, review_id, item_id, state, event_seq) values (?, ?, ?, ?, ?)
        """;
    private static final String UPDATE =
            "update decision_quality set review_id = ?, state = ?, event_seq = ? where decision_id = ? and event_seq ="
                    + " ?";

    /** Says which state the decision now has. */
    static RowState put(Act act, String decisionId, String reviewId, String itemId, QualityState state) {
        Optional<QualityRow> before = act.handle()
                .createQuery(FIND)
                .bind(0, decisionId)
                .map((row, _) -> new QualityRow(
                        row.getString("decision_id"),
                        row.getString("review_id"),
                        row.getString("item_id"),
                        QualityState.valueOf(row.getString("state")),
                        row.getLong("event_seq")))
                .findOne();
        if (before.isEmpty()) {
            act.handle().execute(INSERT, decisionId, reviewId, itemId, state.name(), act.next());
            return QualityTables.DECISION.added(decisionId, reviewId, itemId, state);
        }
        long was = before.get().eventSeq();
        Rows.one(act.handle().execute(UPDATE, reviewId, state.name(), act.next(), decisionId, was));
        return QualityTables.DECISION.changed(decisionId, was, reviewId, itemId, state);
    }
}
