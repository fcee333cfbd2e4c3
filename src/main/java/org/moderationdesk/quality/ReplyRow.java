package org.moderationdesk.quality;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code quality_reply}. Times in milliseconds since 1970.
 *
 * @param words id of the personal text
 */
record ReplyRow(String reviewId, String person, String itemId, long at, String words) {
    private static final String INSERT = """
        insert into quality_reply (review_id, person, item_id, at, words, event_seq) values (?, ?, ?, ?, ?, ?)
        """;
    private static final String OF = """
        select r.person, r.at, coalesce(t.words, '') as words
          from quality_reply r
          left join personal_text t on t.id = r.words
         where r.review_id = ?
         order by r.at, r.person
        """;

    RowState insert(Act act) {
        act.handle().execute(INSERT, reviewId, person, itemId, at, words, act.next());
        return QualityTables.REPLY.added(reviewId + " " + person, itemId, at, words);
    }

    /** What was said to a resolution, oldest first; words that were erased are empty. */
    static List<Resolved.Reply> of(Handle handle, String reviewId) {
        return handle.createQuery(OF)
                .bind(0, reviewId)
                .map((row, _) -> new Resolved.Reply(
                        row.getString("person"), Instant.ofEpochMilli(row.getLong("at")), row.getString("words")))
                .list();
    }
}
