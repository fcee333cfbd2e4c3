package org.moderationdesk.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Ids;
import org.moderationdesk.settings.WellbeingSettings;

/**
 * Breaks in the store, and whether one must come before the next case. At the whole budget, and at each further quarter
 * of it, the next case waits until breaks begun since then have lasted as long as a break does.
 */
final class Breaks {
    private static final int STEPS_A_BUDGET = 4;
    private static final String START = """
        insert into break_taken (id, person, own_day, started_at, ended_at, weighted) values (?, ?, ?, ?, null, ?)
        """;
    private static final String END = """
        update break_taken set ended_at = ? where id = ? and person = ? and ended_at is null
        """;
    private static final String OF_DAY = """
        select started_at, ended_at, weighted
          from break_taken
         where person = ? and own_day = ?
         order by started_at, id
        """;
    private static final String FORGET = "delete from break_taken where own_day < ?";

    private final OwnTime time;

    Breaks(OwnTime time) {
        this.time = time;
    }

    String start(Handle handle, String person, Instant now, long used) {
        String id = Ids.next(now);
        handle.execute(START, id, person, time.number(now), now.toEpochMilli(), used);
        return id;
    }

    static void end(Handle handle, String person, String id, Instant now) {
        handle.execute(END, now.toEpochMilli(), id, person);
    }

    List<OwnDay.BreakTaken> taken(Handle handle, String person, Instant now) {
        return rows(handle, person, now).stream().map(Row::taken).toList();
    }

    /** How much of a break must still come before the next case; zero when none must. */
    Duration owed(Handle handle, String person, Instant now, long used, WellbeingSettings settings) {
        long step = step(used, settings);
        if (step < 0) {
            return Duration.ZERO;
        }
        Duration rested = rows(handle, person, now).stream()
                .filter(row -> step(row.used(), settings) == step)
                .map(row -> row.taken().end() == null
                        ? Duration.ZERO
                        : Duration.between(row.taken().start(), row.taken().end()))
                .reduce(Duration.ZERO, Duration::plus);
        Duration left = settings.breakLength().minus(rested);
        return left.isPositive() ? left : Duration.ZERO;
    }

    static void forget(Handle handle, int beforeDay) {
        handle.execute(FORGET, beforeDay);
    }

    /** -1 below the budget, 0 at it, 1 a quarter beyond. */
    private static long step(long used, WellbeingSettings settings) {
        long budget = settings.budget().toMillis();
        return used < budget ? -1 : (used - budget) * STEPS_A_BUDGET / budget;
    }

    private List<Row> rows(Handle handle, String person, Instant now) {
        return handle.createQuery(OF_DAY)
                .bind(0, person)
                .bind(1, time.number(now))
                .map((rows, _) -> {
                    long end = rows.getLong(2);
                    Instant ended = rows.wasNull() ? null : Instant.ofEpochMilli(end);
                    return new Row(
                            new OwnDay.BreakTaken(Instant.ofEpochMilli(rows.getLong(1)), ended), rows.getLong(3));
                })
                .list();
    }

    private record Row(OwnDay.BreakTaken taken, long used) {}
}
