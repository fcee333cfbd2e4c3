package org.moderationdesk.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.ReferralState;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/** Reads referrals with what a list tells of them, for one person and one search. */
final class ReferralRows {
    private static final String SELECT = """
        select r.id, r.decision_id, r.item_id, r.target, r.threat_to_life, r.state, r.release_at, d.person, d.at,
               case when exists (select 1 from open_case c where c.item_id = r.item_id and c.child_safety = true)
                    then true else false end as sealed,
               coalesce(a.handle, i.account_id, '') as account
          from referral r
          join decision d on d.id = r.decision_id
          left join item i on i.id = r.item_id
          left join account a on a.id = i.account_id
         where r.target in (<targets>)
        """;
    private static final String STATED = " and r.state in ('AWAITING_SECOND', 'QUEUED')";
    private static final String WORDS = """
         and (lower(r.id) like :words escape '!' or lower(r.item_id) like :words escape '!'
              or lower(r.decision_id) like :words escape '!' or lower(i.account_id) like :words escape '!'
              or lower(a.handle) like :words escape '!' %s)
        """;
    private static final String NUMBER = "\\d{1,18}";

    private final boolean cleared;
    private final List<ReferralKind> kinds;
    private final String words;

    /** A row, before its kind was asked. */
    record Row(ReferralLine line, String decidedBy, Instant decidedAt, boolean sealed, String account) {}

    /**
     * Reads for one person.
     *
     * @param kinds those that they may know of
     * @param words empty for no search
     */
    ReferralRows(Person viewer, List<ReferralKind> kinds, String words) {
        this.cleared = Rights.sees(viewer, true);
        this.kinds = kinds;
        this.words = words;
    }

    /** The oldest first. */
    List<Row> open(Handle handle, int most) {
        return rows(handle, STATED + notIn() + " order by r.id fetch first :most rows only", most);
    }

    /** The newest first. */
    List<Row> ended(Handle handle, int most) {
        String arrived = arrived().isEmpty() ? "" : " or r.id in (" + arrived() + ")";
        return rows(
                handle,
                " and (r.state in ('REVERSED', 'LAPSED')" + arrived
                        + ") order by r.id desc fetch first :most rows only",
                most);
    }

    List<Row> one(Handle handle, String id) {
        return kinds.isEmpty()
                ? List.of()
                : targets(handle.createQuery(SELECT + clearance() + " and r.id = :id"))
                        .bind("id", id)
                        .map((row, _) -> row(row))
                        .list();
    }

    private List<Row> rows(Handle handle, String which, int most) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        boolean number = words.matches(NUMBER);
        String searched = words.isEmpty() ? "" : WORDS.formatted(number ? numbered() : "");
        Query query = targets(handle.createQuery(SELECT + clearance() + searched + which))
                .bind("most", most);
        if (!words.isEmpty()) {
            query.bind("words", pattern());
        }
        if (number && !numbered().isEmpty() && !words.isEmpty()) {
            query.bind("number", Long.parseLong(words));
        }
        return query.map((row, _) -> row(row)).list();
    }

    private Query targets(Query query) {
        return query.bindList(
                "targets", kinds.stream().map(kind -> kind.target().name()).toList());
    }

    private String clearance() {
        return cleared ? "" : " and " + Clearance.unmarked("r.item_id");
    }

    private String arrived() {
        return kinds.stream()
                .map(ReferralKind::arrived)
                .filter(query -> !query.isEmpty())
                .collect(Collectors.joining(" union all "));
    }

    private String notIn() {
        return arrived().isEmpty() ? "" : " and r.id not in (" + arrived() + ")";
    }

    private String numbered() {
        return kinds.stream()
                .map(ReferralKind::numbered)
                .filter(query -> !query.isEmpty())
                .map(query -> "or r.id in (" + query + ")")
                .collect(Collectors.joining(" "));
    }

    private String pattern() {
        String plain = words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + plain + "%";
    }

    private static Row row(ResultSet row) throws SQLException {
        var line = new ReferralLine(
                row.getString("id"),
                ReferralTarget.valueOf(row.getString("target")),
                ReferralState.valueOf(row.getString("state")),
                row.getString("item_id"),
                row.getString("decision_id"),
                row.getBoolean("threat_to_life"),
                Instant.ofEpochMilli(row.getLong("release_at")));
        return new Row(
                line,
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getBoolean("sealed"),
                Objects.requireNonNull(row.getString("account")));
    }
}
