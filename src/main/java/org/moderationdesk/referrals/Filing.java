package org.moderationdesk.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A report to NCMEC that was made for a referral of a decision, and is filed step by step.
 *
 * @param report SHA-256 of the document that opens it
 */
public record Filing(
        String id,
        String referralId,
        String decisionId,
        String itemId,
        Environment environment,
        String by,
        Instant at,
        String report) {
    private static final String INSERT = """
        insert into filing (id, referral_id, decision_id, item_id, environment, made_by, made_at, report, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String SELECT = """
        select id, referral_id, decision_id, item_id, environment, made_by, made_at, report from filing
        """;

    RowState insert(Act act) {
        act.writeOne(
                INSERT,
                id,
                referralId,
                decisionId,
                itemId,
                environment.name(),
                by,
                at.toEpochMilli(),
                report,
                act.next());
        return ReferralTables.FILING.added(
                id, referralId, decisionId, itemId, environment, by, at.toEpochMilli(), report);
    }

    static Optional<Filing> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " where id = ?")
                .bind(0, id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Those made for a referral, oldest first. */
    static List<Filing> ofReferral(Handle handle, String referralId) {
        return handle.createQuery(SELECT + " where referral_id = ? order by made_at, id")
                .bind(0, referralId)
                .map((row, _) -> read(row))
                .list();
    }

    /** Those that are to go out and are not known to have arrived, oldest first. */
    static List<Filing> unfinished(Handle handle, int most) {
        return handle.createQuery(SELECT + """
             where environment <> 'DISABLED' and id not in (
                   select q.filing_id
                     from filing_request q
                     join filing_reply p on p.filing_id = q.filing_id and p.place = q.place
                    where q.what = 'FINISH' and p.outcome = 'DONE')
             order by id fetch first ? rows only
            """)
                .bind(0, most)
                .map((row, _) -> read(row))
                .list();
    }

    /** Those made for any of these, oldest first. */
    static List<Filing> ofReferrals(Handle handle, List<String> referrals) {
        return referrals.isEmpty()
                ? List.of()
                : handle.createQuery(SELECT + " where referral_id in (<ids>) order by made_at, id")
                        .bindList("ids", referrals)
                        .map((row, _) -> read(row))
                        .list();
    }

    /** The newest first. */
    static List<Filing> newest(Handle handle, int most) {
        return handle.createQuery(SELECT + " order by id desc fetch first ? rows only")
                .bind(0, most)
                .map((row, _) -> read(row))
                .list();
    }

    private static Filing read(ResultSet row) throws SQLException {
        return new Filing(
                row.getString("id"),
                row.getString("referral_id"),
                row.getString("decision_id"),
                row.getString("item_id"),
                Environment.valueOf(row.getString("environment")),
                row.getString("made_by"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                row.getString("report"));
    }
}
