package org.moderationdesk.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/** A row of the table {@code filing_environment}. Times in milliseconds since 1970. */
record EnvironmentRow(
        String id,
        Environment environment,
        String askedBy,
        long askedAt,
        @Nullable String confirmedBy,
        @Nullable Long confirmedAt,
        long eventSeq) {
    private static final String SELECT = """
        select id, environment, asked_by, asked_at, confirmed_by, confirmed_at, event_seq from filing_environment
        """;
    private static final String NEWEST = SELECT + " order by event_seq desc fetch first 1 row only";
    private static final String HOLDS = SELECT + """
         where environment <> 'PRODUCTION' or confirmed_by is not null order by event_seq desc fetch first 1 row only
        """;
    private static final String INSERT = """
        insert into filing_environment (id, environment, asked_by, asked_at, confirmed_by, confirmed_at, event_seq)
        values (?, ?, ?, ?, null, null, ?)
        """;
    private static final String CONFIRM = """
        update filing_environment set confirmed_by = ?, confirmed_at = ?, event_seq = ? where id = ? and event_seq = ?
        """;

    /** The last one that was asked for, whether it holds or not. */
    static Optional<EnvironmentRow> newest(Handle handle) {
        return handle.createQuery(NEWEST).map((row, _) -> read(row)).findOne();
    }

    /** Where reports go now; nowhere while nothing was set. */
    static Environment inForce(Handle handle) {
        return handle.createQuery(HOLDS)
                .map((row, _) -> read(row))
                .findOne()
                .map(EnvironmentRow::environment)
                .orElse(Environment.DISABLED);
    }

    boolean waits() {
        return environment == Environment.PRODUCTION && confirmedBy == null;
    }

    RowState insert(Act act) {
        act.writeOne(INSERT, id, environment.name(), askedBy, askedAt, act.next());
        return ReferralTables.ENVIRONMENT.added(id, environment, askedBy, askedAt, null, null);
    }

    RowState confirm(Act act) {
        long at = act.at().toEpochMilli();
        act.writeOne(CONFIRM, act.by(), at, act.next(), id, eventSeq);
        return ReferralTables.ENVIRONMENT.changed(
                id, eventSeq, new @Nullable Object[] {environment, askedBy, askedAt, act.by(), at});
    }

    private static EnvironmentRow read(ResultSet row) throws SQLException {
        return new EnvironmentRow(
                row.getString("id"),
                Environment.valueOf(row.getString("environment")),
                row.getString("asked_by"),
                row.getLong("asked_at"),
                row.getString("confirmed_by"),
                row.getObject("confirmed_at", Long.class),
                row.getLong("event_seq"));
    }
}
