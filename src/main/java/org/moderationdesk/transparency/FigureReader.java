package org.moderationdesk.transparency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.transparency.Figure.What;

/**
 * Counts what was referred and ordered in a period, and nothing of anybody. A referral counts in the period of its decision,
 * whenever it went; an order in that of its receipt. Hidden tests count nowhere. Not for the JavaFX thread.
 */
public final class FigureReader {
    private static final String REFERRALS = """
        select r.target, r.item_id, r.state, d.at, a.verdict,
               case r.target
                   when 'NCMEC' then (select min(p.came_at)
                        from filing f
                        join filing_request q on q.filing_id = f.id and q.what = 'FINISH'
                        join filing_reply p on p.filing_id = q.filing_id and p.place = q.place
                             and p.outcome in ('DONE', 'FINISHED')
                       where f.environment = 'PRODUCTION' and f.referral_id = r.id)
                   when 'JUDICIAL_AUTHORITY' then (select min(t.sent_at)
                        from dossier s
                        join dossier_receipt t on t.dossier_id = s.id
                       where s.referral_id = r.id)
                   else (select min(c.called_at)
                        from emergency_call c
                        join emergency_outcome o on o.call_id = c.id and o.kind <> 'NOT_REACHED'
                       where c.item_id = r.item_id)
               end as sent
          from referral r
          join decision d on d.id = r.decision_id
          left join approval a on a.decision_id = r.decision_id
         where d.at >= :from and d.at < :until
        """;
    private static final String ORDERS = """
        select o.kind, o.target, o.received_at, last.kind as step, last.done_at
          from authority_order o
          left join authority_order_step last on last.order_id = o.id
               and last.place = (select max(p.place) from authority_order_step p where p.order_id = o.id)
         where o.received_at >= :from and o.received_at < :until %s
        """;
    private static final String UNMARKED_ORDERS = "and o.child_safety = false";
    private static final String DOSSIERS = """
        select d.target, d.item_id, d.state as place,
               (select count(*) from dossier_receipt t where t.dossier_id = d.id) as receipts
          from dossier d
         where d.made_at >= :from and d.made_at < :until
        """;
    private static final String CALLS = """
        select c.target, c.item_id, c.region as place
          from emergency_call c
         where c.called_at >= :from and c.called_at < :until
        """;
    private static final String REPORTS = """
        select f.id, min(f.item_id) as item_id
          from filing f
          join filing_request q on q.filing_id = f.id and q.what = 'FINISH'
          join filing_reply p on p.filing_id = q.filing_id and p.place = q.place and p.outcome in ('DONE', 'FINISHED')
         where f.environment = 'PRODUCTION'
         group by f.id
        having min(p.came_at) >= :from and min(p.came_at) < :until
        """;
    private static final String MARKED = "select distinct item_id from open_case where child_safety = true";

    private final Store store;
    private final HiddenTests tests;

    public FigureReader(Store store, HiddenTests tests) {
        this.store = store;
        this.tests = tests;
    }

    /**
     * The numbers of these days (UTC), as far as this person may know.
     *
     * @throws org.moderationdesk.staff.RightRefused without {@link Right#SEE_REFERRALS}
     */
    public Figures of(Person viewer, LocalDate from, LocalDate through) {
        Rights.require(viewer, Right.SEE_REFERRALS);
        long start = from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long end = through.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return store.read(handle -> {
            Set<String> blind = BlindItems.of(handle, viewer.name());
            Set<String> out = new HashSet<>(tests.items(handle));
            out.addAll(blind);
            if (!Rights.sees(viewer, true)) {
                out.addAll(handle.createQuery(MARKED).mapTo(String.class).set());
            }
            var reading = new Reading(handle, viewer, out, start, end);
            reading.all();
            boolean whole = Rights.sees(viewer, true) && Rights.has(viewer, Right.FILE_REPORTS) && blind.isEmpty();
            return new Figures(from, through, !whole, reading.tally.figures());
        });
    }

    /** One reading. */
    private static final class Reading {
        private final Handle handle;
        private final Person viewer;
        private final Set<String> out;
        private final long from;
        private final long until;
        private final Tally tally = new Tally();

        Reading(Handle handle, Person viewer, Set<String> out, long from, long until) {
            this.handle = handle;
            this.viewer = viewer;
            this.out = out;
            this.from = from;
            this.until = until;
        }

        void all() {
            boolean files = Rights.has(viewer, Right.FILE_REPORTS);
            each(REFERRALS, row -> {
                String target = row.getString("target");
                if (counts(row) && (files || !target.equals("NCMEC"))) {
                    referral(row, target);
                }
            });
            Targets targets = StoredTargets.inForce(handle);
            each(ORDERS.formatted(Rights.sees(viewer, true) ? "" : UNMARKED_ORDERS), row -> order(row, targets));
            each(DOSSIERS, row -> {
                if (counts(row)) {
                    dossier(row);
                }
            });
            each(CALLS, row -> {
                if (counts(row)) {
                    tally.count(What.EMERGENCY_CALLS, row.getString("target"), row.getString("place"));
                }
            });
            if (files) {
                each(REPORTS, row -> {
                    if (counts(row)) {
                        tally.count(What.NCMEC_REPORTS, StoredTargets.NCMEC, "");
                    }
                });
            }
        }

        private boolean counts(ResultSet row) throws SQLException {
            return !out.contains(row.getString("item_id"));
        }

        private void referral(ResultSet row, String target) throws SQLException {
            tally.count(What.REFERRALS_MADE, target, "");
            String state = row.getString("state");
            @Nullable String verdict = row.getString("verdict");
            if (state.equals("QUEUED") && "APPROVED".equals(verdict)) {
                tally.count(What.REFERRALS_APPROVED, target, "");
            }
            long sent = row.getLong("sent");
            if (!row.wasNull() && state.equals("QUEUED")) {
                tally.count(What.REFERRALS_SENT, target, "", sent - row.getLong("at"));
            } else if (state.equals("LAPSED") && ("REFUSED".equals(verdict) || "SENT_BACK".equals(verdict))) {
                tally.count(What.REFERRALS_REFUSED, target, "");
            } else if (state.equals("LAPSED") || state.equals("REVERSED")) {
                tally.count(What.REFERRALS_STOPPED, target, "");
            }
        }

        private void order(ResultSet row, Targets targets) throws SQLException {
            String kind = row.getString("kind");
            String place = targets.find(row.getString("target"))
                    .map(Target::jurisdiction)
                    .orElse("");
            tally.count(What.ORDERS_RECEIVED, kind, place);
            @Nullable String step = row.getString("step");
            if (step == null) {
                return;
            }
            switch (step) {
                case "DONE", "PARTLY", "DECLINED" ->
                    tally.count(What.ORDERS_ANSWERED, kind, place, row.getLong("done_at") - row.getLong("received_at"));
                case "WITHDRAWN" -> tally.count(What.ORDERS_WITHDRAWN, kind, place);
                default -> {}
            }
        }

        private void dossier(ResultSet row) throws SQLException {
            @Nullable String state = row.getString("place");
            String place = state == null ? "" : state;
            tally.count(What.DOSSIERS_MADE, row.getString("target"), place);
            if (row.getInt("receipts") > 0) {
                tally.count(What.DOSSIERS_RECEIVED, row.getString("target"), place);
            }
        }

        private interface Row {
            void of(ResultSet row) throws SQLException;
        }

        private void each(String query, Row told) {
            long unused = handle
                    .createQuery(query)
                    .bind("from", from)
                    .bind("until", until)
                    .map((row, _) -> {
                        told.of(row);
                        return 1;
                    })
                    .stream()
                    .count();
        }
    }
}
