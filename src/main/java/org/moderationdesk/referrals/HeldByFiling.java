package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What must be preserved since it is reported to NCMEC: a year from the completed submission (18 USC 2258A(h), formats 3).
 * Until there is one nothing says that the report arrived, so that it is held without an end; what was finished in a
 * test changes nothing of that. The server asks the same: {@code desk_item_filed_held} in {@code erasure.sql}.
 */
public final class HeldByFiling {
    private static final String FINISHED = """
        select f.referral_id, f.item_id, p.came_at
          from filing f
          join filing_request q on q.filing_id = f.id and q.what = 'FINISH'
          join filing_reply p on p.filing_id = q.filing_id and p.place = q.place and p.outcome in ('DONE', 'FINISHED')
         where f.environment = 'PRODUCTION'
        """;
    private static final String NOT_FILED = """
        select distinct d.item_id
          from decision d
          join referral r on r.decision_id = d.id
         where d.item_id in (<items>) and r.target = 'NCMEC' and r.state = 'QUEUED'
           and r.id not in (select done.referral_id from (%s) done)
        """.formatted(FINISHED);
    private static final String FILED = """
        select distinct done.item_id from (%s) done where done.item_id in (<items>) and done.came_at > :since
        """.formatted(FINISHED);

    private static final String ALL = """
        select r.id, d.item_id, r.release_at, r.state, done.came_at
          from referral r
          join decision d on d.id = r.decision_id
          left join (select referral_id, max(came_at) as came_at from (%s) one group by referral_id) done
               on done.referral_id = r.id
         where r.target = 'NCMEC' and (r.state = 'QUEUED' or done.came_at is not null)
        """.formatted(FINISHED);

    /**
     * A referral to NCMEC that goes or went out.
     *
     * @param referredAt since when it may go out
     * @param arrivedAt when its report was finished there; null while it was not
     */
    public record Referred(
            String referralId,
            String itemId,
            Instant referredAt,
            @Nullable Instant arrivedAt) {}

    private HeldByFiling() {}

    /** Every referral to NCMEC that goes or went out. */
    public static List<Referred> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, _) -> {
                    long came = row.getLong("came_at");
                    @Nullable Instant arrived = row.wasNull() ? null : Instant.ofEpochMilli(came);
                    return new Referred(
                            row.getString("id"),
                            row.getString("item_id"),
                            Instant.ofEpochMilli(row.getLong("release_at")),
                            arrived);
                })
                .list();
    }

    /** Those of the items that are held. */
    public static Set<String> items(Handle handle, Collection<String> items, Instant since) {
        if (items.isEmpty()) {
            return Set.of();
        }
        List<String> all = List.copyOf(items);
        Set<String> held = new HashSet<>(handle.createQuery(NOT_FILED)
                .bindList("items", all)
                .mapTo(String.class)
                .set());
        held.addAll(handle.createQuery(FILED)
                .bindList("items", all)
                .bind("since", since.toEpochMilli())
                .mapTo(String.class)
                .set());
        return held;
    }
}
