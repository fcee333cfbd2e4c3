package org.moderationdesk.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What quality review has to tell: to the first reviewer that a difference was resolved, to the lead who resolved it that
 * somebody replied. Not for the JavaFX thread.
 */
public final class QualityNotices {
    private static final Duration TOLD = Duration.ofDays(30);
    private static final int MOST = 100;
    private static final String HIDDEN = """
           and (:cleared = true or d.child_safety = false and %s)
           and not exists (select 1
                             from second_review mine
                            where mine.item_id = d.item_id and mine.state = 'TAKEN' and mine.second_person = :me)
        """.formatted(Clearance.unmarked("d.item_id"));
    private static final String RESOLVED =
            """
                select f.review_id, d.item_id, f.person, f.at, coalesce(t.words, '') as words
                  from difference_resolution f
                  join quality_draw d on d.review_id = f.review_id
                  left join personal_text t on t.id = f.note
                 where d.first_person = :me and f.at >= :since and f.verdict in ('KEPT', 'OVERTURNED')
                """ + HIDDEN + " order by f.at desc, f.review_id fetch first :most rows only";
    private static final String REPLIED = """
        select q.review_id, d.item_id, q.person, q.at, coalesce(t.words, '') as words
          from quality_reply q
          join quality_draw d on d.review_id = q.review_id
          join difference_resolution f on f.review_id = q.review_id
          left join personal_text t on t.id = q.words
         where f.person = :me and q.at >= :since
        """ + HIDDEN + " order by q.at desc, q.review_id fetch first :most rows only";

    private final Store store;
    private final InstantSource clock;

    public QualityNotices(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** For one person, of the last 30 days; all of it unread, and about the review. */
    public List<Notice> of(Person person) {
        if (!Rights.has(person, Right.DECIDE)) {
            return List.of();
        }
        return store.read(handle -> {
            var all = new ArrayList<>(told(handle, RESOLVED, person, Notice.Kind.QUALITY_RESOLVED));
            if (Rights.has(person, Right.RESOLVE_DIFFERENCE)) {
                all.addAll(told(handle, REPLIED, person, Notice.Kind.QUALITY_REPLIED));
            }
            return all;
        });
    }

    private List<Notice> told(Handle handle, String sql, Person person, Notice.Kind kind) {
        return handle.createQuery(sql)
                .bind("me", person.name())
                .bind("cleared", Rights.sees(person, true))
                .bind("since", clock.instant().minus(TOLD).toEpochMilli())
                .bind("most", MOST)
                .map((row, _) -> notice(row, kind))
                .list();
    }

    private static Notice notice(ResultSet row, Notice.Kind kind) throws SQLException {
        String review = row.getString("review_id");
        String who = row.getString("person");
        return new Notice(
                "review " + review + " " + kind + " " + who,
                kind,
                review,
                row.getString("item_id"),
                who,
                row.getString("words"),
                Instant.ofEpochMilli(row.getLong("at")),
                false);
    }
}
