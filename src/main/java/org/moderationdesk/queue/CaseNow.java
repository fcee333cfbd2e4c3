package org.moderationdesk.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.queue.LeaseTable.Lease;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlansInForce;

/**
 * A case as it is at one moment: its row, its lease, the routing in force, and how far the log tells of its item and
 * account. All of it comes in one reading. One that was read within an act lives no longer than that.
 */
public final class CaseNow {
    private static final String READ = "select " + CaseTable.COLUMNS + """
        , l.holder, l.token, l.started_at, l.ends_at, l.event_seq,
               (select e.seq
                  from event e
                 where e.item_id = c.item_id
                 order by e.item_id desc, e.seq desc
                 fetch first 1 row only),
               (select a.event_seq from item i join account a on a.id = i.account_id where i.id = c.item_id),
               (select max(p.version) from routing_plan p),
               (select s.event_seq from person_skill s where s.name = ?)
          from open_case c
          left join lease l on l.case_id = c.id
         where c.id = ?
        """;
    private static final int LEASE = CaseTable.HOLDER;

    final CaseState state;
    final @Nullable Lease lease;
    final Plan plan;
    /** Whether anybody has said what the person can judge. */
    final boolean skillsSaid;

    private final long told;
    private final long accountTold;

    private CaseNow(CaseState state, @Nullable Lease lease, Plan plan, ResultSet rows) throws SQLException {
        this.state = state;
        this.lease = lease;
        this.plan = plan;
        this.told = rows.getLong(LEASE + 5);
        this.accountTold = rows.getLong(LEASE + 6);
        rows.getLong(LEASE + 8);
        this.skillsSaid = !rows.wasNull();
    }

    /** @param person who asks */
    static Optional<CaseNow> read(Handle handle, PlansInForce plans, long caseId, String person) {
        return handle.createQuery(READ)
                .bind(0, person)
                .bind(1, caseId)
                .map((rows, _) -> read(rows, plans, handle))
                .findOne();
    }

    private static CaseNow read(ResultSet rows, PlansInForce plans, Handle handle) throws SQLException {
        CaseState state = CaseTable.read(rows);
        String holder = rows.getString(LEASE);
        @Nullable
        Lease lease = holder == null
                ? null
                : new Lease(
                        state.id,
                        holder,
                        rows.getLong(LEASE + 1),
                        rows.getLong(LEASE + 2),
                        rows.getLong(LEASE + 3),
                        rows.getLong(LEASE + 4));
        int version = rows.getInt(LEASE + 7);
        Plan plan = rows.wasNull() ? Plan.none() : plans.version(handle, version);
        return new CaseNow(state, lease, plan, rows);
    }

    /**
     * Whether everything told of the item and its account then is all that is told of them now, and the same routing is
     * in force: what was read of them since then still holds. The end of a lease is no part of it.
     */
    public boolean tellsNoMoreThan(CaseNow before) {
        return state.id == before.state.id
                && told == before.told
                && accountTold == before.accountTold
                && plan.version() == before.plan.version();
    }

    public CaseRow row() {
        return state.row(lease == null ? null : lease.holder());
    }

    /** What may be decided in its queue. */
    public Allowed allowed() {
        return plan.allowed(state.queue);
    }
}
