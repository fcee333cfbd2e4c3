package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Takes the papers of referrals out of the store: drafts, the exact bytes of reports to NCMEC and of its answers, and the
 * documents of dossiers. That something was sent, when, to whom and by which SHA-256 stays. A dossier that still has to go out is not
 * taken. The server asks the same: {@code desk_papers_old} in {@code erasure.sql}.
 */
public final class PaperErasure {
    private static final String MARK = "PAPERS";
    private static final String OLD = """
        select p.item_id
          from (select item_id, made_at as at from filing
                union all select item_id, asked_at from filing_request
                union all select item_id, came_at from filing_reply
                union all select item_id, at from filing_wish
                union all select item_id, saved_at from filing_draft
                union all select item_id, made_at from dossier
                union all select item_id, at from dossier_receipt) p
         where p.item_id > :after
           and (exists (select 1 from filing_paper f where f.item_id = p.item_id)
                or exists (select 1 from filing_draft w where w.item_id = p.item_id)
                or exists (select 1 from dossier_paper d where d.item_id = p.item_id))
           and not exists (select 1
                             from dossier d
                             join referral r on r.id = d.referral_id
                            where d.item_id = p.item_id and r.state = 'QUEUED'
                              and not exists (select 1
                                                from dossier o
                                                join dossier_receipt c on c.dossier_id = o.id
                                               where o.referral_id = d.referral_id))
         group by p.item_id
        having max(p.at) <= :moment
         order by p.item_id
         fetch first :most rows only
        """;
    private static final String DRAFTS = "delete from filing_draft where item_id = ?";
    private static final String FILED = "delete from filing_paper where item_id = ?";
    private static final String HANDED = "delete from dossier_paper where item_id = ?";
    private static final String WHEN = "select at from erased where what = ? and subject = ?";

    private PaperErasure() {}

    /** Items of which papers lie here, and nothing was done about any since a moment, by id from one on. */
    public static List<String> before(Handle handle, Instant moment, String after, int most) {
        return handle.createQuery(OLD)
                .bind("after", after)
                .bind("moment", moment.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Those about an item; in the open act that erases them. Answers with whether there were any. */
    public static boolean papers(Handle handle, String itemId) {
        return handle.execute(DRAFTS, itemId) + handle.execute(FILED, itemId) + handle.execute(HANDED, itemId) > 0;
    }

    /** Drafts of reports about an item alone, which go with the content that they tell of; in the open act that erases it. */
    public static void drafts(Handle handle, String itemId) {
        handle.execute(DRAFTS, itemId);
    }

    /** When those of an item that were there at a moment were erased; empty where nothing was since. */
    public static Optional<Instant> since(Handle handle, String itemId, Instant there) {
        return handle.createQuery(WHEN)
                .bind(0, MARK)
                .bind(1, itemId)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .filter(there::isBefore);
    }
}
