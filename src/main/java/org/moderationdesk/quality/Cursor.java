package org.moderationdesk.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/**
 * How far decisions have been drawn: told apart for those that concern child safety, which not everybody who draws is
 * shown. A row each of the table {@code quality_progress}.
 */
enum Cursor {
    ORDINARY(1),
    CHILD_SAFETY(2);

    private static final Duration WEEK = Duration.ofDays(7);
    /** 5 January 1970 was a Monday. */
    private static final Duration FIRST_MONDAY = Duration.ofDays(4);

    private static final String FIND = "select through_at, through_id, week from quality_progress where id = ?";
    private static final String FIRST_PLAN = """
        select e.at
          from quality_plan p
          join event e on e.seq = p.event_seq
         order by p.version
         fetch first 1 row only
        """;

    private final int row;

    Cursor(int row) {
        this.row = row;
    }

    /** The decision up to and including which it has come; an empty id stands before all decisions of its moment. */
    record Position(long at, String id) {}

    /**
     * A row.
     *
     * @param week the first one, counted from 5 January 1970, UTC, of which no number has been drawn
     */
    record Come(Position position, long week) {}

    static List<Cursor> of(Person lead) {
        return Rights.sees(lead, true) ? List.of(ORDINARY, CHILD_SAFETY) : List.of(ORDINARY);
    }

    boolean takes(Decided decided) {
        return decided.childSafety() == (this == CHILD_SAFETY);
    }

    Come come(Handle handle) {
        return stored(handle).orElseGet(() -> {
            Instant first = handle.createQuery(FIRST_PLAN)
                    .mapTo(Long.class)
                    .findOne()
                    .map(Instant::ofEpochMilli)
                    .orElse(Instant.EPOCH);
            Instant from = first.minus(Sampling.FIRST_BACK);
            return new Come(new Position(from.toEpochMilli(), ""), weekOf(from));
        });
    }

    boolean isBehind(Handle handle, Instant moment) {
        return stored(handle)
                .filter(come -> come.position().at() >= moment.toEpochMilli())
                .isEmpty();
    }

    Optional<Instant> through(Handle handle) {
        return stored(handle).map(come -> Instant.ofEpochMilli(come.position().at()));
    }

    /** Moves on from where it was; within an act. */
    void move(Handle handle, Come to) {
        int known = handle.execute(
                "update quality_progress set through_at = ?, through_id = ?, week = ? where id = ?",
                to.position().at(),
                to.position().id(),
                to.week(),
                row);
        if (known == 0) {
            Rows.one(handle.execute(
                    "insert into quality_progress (id, through_at, through_id, week) values (?, ?, ?, ?)",
                    row,
                    to.position().at(),
                    to.position().id(),
                    to.week()));
        }
    }

    private Optional<Come> stored(Handle handle) {
        return handle.createQuery(FIND)
                .bind(0, row)
                .map((read, _) -> new Come(
                        new Position(read.getLong("through_at"), read.getString("through_id")), read.getLong("week")))
                .findOne();
    }

    static long weekOf(Instant moment) {
        return Math.floorDiv(moment.minus(FIRST_MONDAY).toEpochMilli(), WEEK.toMillis());
    }

    static Instant startOf(long week) {
        return Instant.ofEpochMilli(week * WEEK.toMillis()).plus(FIRST_MONDAY);
    }
}
