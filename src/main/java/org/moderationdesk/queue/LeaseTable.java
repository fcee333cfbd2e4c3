package org.moderationdesk.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/** Reads and writes rows of lease for an act. */
final class LeaseTable {
    private static final String OF =
            "select case_id, holder, token, started_at, ends_at, event_seq from lease where case_id = ?";
    private static final String ENDED = """
        select case_id, holder, token, started_at, ends_at, event_seq
          from lease
         where ends_at <= ?
         order by ends_at, case_id
         fetch first ? rows only
        """;
    private static final String INSERT = """
        insert into lease (holder, token, started_at, ends_at, event_seq, case_id) values (?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE = """
        update lease set holder = ?, token = ?, started_at = ?, ends_at = ?, event_seq = ? where case_id = ?
        """;
    private static final String EXTEND = """
        update lease set ends_at = ? where case_id = ? and holder = ? and token = ? and ends_at > ?
        """;

    private LeaseTable() {}

    static Optional<Lease> of(Handle handle, long caseId) {
        return handle.createQuery(OF)
                .bind(0, caseId)
                .map((rows, _) -> lease(rows))
                .findOne();
    }

    /** Leases that have ended, the longest ended first. */
    static List<Lease> ended(Handle handle, Instant now, int limit) {
        return handle.createQuery(ENDED)
                .bind(0, now.toEpochMilli())
                .bind(1, limit)
                .map((rows, _) -> lease(rows))
                .list();
    }

    /** Writes the lease and says that the next entry tells of it. */
    static RowState put(Act act, Lease lease, @Nullable Lease before) {
        act.writeOne(
                before == null ? INSERT : UPDATE,
                lease.holder(),
                lease.token(),
                lease.startedAt(),
                lease.endsAt(),
                act.next(),
                lease.caseId());
        String key = Long.toString(lease.caseId());
        return before == null
                ? QueueTables.LEASE.added(key, lease.holder(), lease.token(), lease.startedAt())
                : QueueTables.LEASE.changed(key, before.eventSeq(), lease.holder(), lease.token(), lease.startedAt());
    }

    static RowState delete(Act act, Lease lease) {
        act.writeOne("delete from lease where case_id = ?", lease.caseId());
        return QueueTables.LEASE.gone(Long.toString(lease.caseId()), lease.eventSeq());
    }

    /** Whether the claim was still alive and now ends later. */
    static boolean extend(Handle handle, Claim claim, Instant now, Instant until) {
        return handle.execute(
                        EXTEND, until.toEpochMilli(), claim.caseId(), claim.holder(), claim.token(), now.toEpochMilli())
                == 1;
    }

    private static Lease lease(ResultSet rows) throws SQLException {
        return new Lease(
                rows.getLong(1), rows.getString(2), rows.getLong(3), rows.getLong(4), rows.getLong(5), rows.getLong(6));
    }

    /** A row; times are epoch milliseconds. */
    record Lease(long caseId, String holder, long token, long startedAt, long endsAt, long eventSeq) {
        boolean isLive(Instant now) {
            return endsAt > now.toEpochMilli();
        }

        Claim claim(String itemId) {
            return new Claim(
                    caseId, itemId, holder, token, Instant.ofEpochMilli(startedAt), Instant.ofEpochMilli(endsAt));
        }
    }
}
