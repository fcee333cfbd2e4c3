package org.moderationdesk.quality;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code second_answer}. Times in milliseconds since 1970.
 *
 * @param body the proposal, its free text replaced by ids of personal texts
 */
record AnswerRow(String reviewId, String itemId, String person, Outcome outcome, long at, long activeMs, String body) {
    private static final String FIND = """
        select review_id, item_id, person, outcome, at, active_ms, body from second_answer where review_id = ?
        """;
    private static final String INSERT = """
        insert into second_answer (review_id, item_id, person, outcome, at, active_ms, body, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;

    static Optional<AnswerRow> find(Handle handle, String reviewId) {
        return handle.createQuery(FIND)
                .bind(0, reviewId)
                .map((row, _) -> new AnswerRow(
                        row.getString("review_id"),
                        row.getString("item_id"),
                        row.getString("person"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getLong("at"),
                        row.getLong("active_ms"),
                        row.getString("body")))
                .findOne();
    }

    RowState insert(Act act) {
        act.handle().execute(INSERT, reviewId, itemId, person, outcome.name(), at, activeMs, body, act.next());
        return QualityTables.ANSWER.added(reviewId, itemId, person, outcome, at, activeMs, body);
    }

    /** The proposal with its words; those that were erased are empty. */
    Proposal proposal(Handle handle) {
        UnaryOperator<String> words = id -> id.isEmpty()
                ? ""
                : handle.createQuery("select words from personal_text where id = ?")
                        .bind(0, id)
                        .mapTo(String.class)
                        .findOne()
                        .orElse("");
        Proposal byIds = ProposalJson.readDraft(body).proposal();
        return ProposalJson.readDraft(ProposalJson.write(byIds, words)).proposal();
    }
}
