package org.moderationdesk.wellbeing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.Store;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * How much each person has looked at, a day of their own at a time. What is stored is theirs: of somebody else, one can
 * ask only {@link #shareUsed}. Not for the JavaFX thread.
 */
public final class Exposure {
    private static final String ADD = """
        update exposure set looks = looks + ?, millis = millis + ?, weighted = weighted + ?
         where person = ? and own_day = ? and slot = ? and form = ? and severity = ?
        """;
    private static final String INSERT = """
        insert into exposure (looks, millis, weighted, person, own_day, slot, form, severity)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String USED =
            "select coalesce(sum(weighted), 0) from exposure where person = ? and own_day = ?";
    private static final String LINES = """
        select form, severity, sum(looks), sum(millis), sum(weighted)
          from exposure
         where person = ? and own_day = ?
         group by form, severity
         order by form, severity
        """;
    private static final String SLOTS = """
        select slot, sum(weighted) from exposure where person = ? and own_day = ? group by slot order by slot
        """;
    private static final String FORGET = "delete from exposure where own_day < ?";

    private final Store store;
    private final InstantSource clock;
    private final OwnTime time;
    private final Supplier<WellbeingSettings> settings;

    Exposure(Store store, InstantSource clock, OwnTime time, Supplier<WellbeingSettings> settings) {
        this.store = store;
        this.clock = clock;
        this.time = time;
        this.settings = settings;
    }

    /**
     * Which part of today's budget somebody has used, 0 for nothing, 1 for all of it, more for beyond: all that anybody
     * but themselves can learn.
     *
     * @throws org.moderationdesk.staff.RightRefused unless they ask of themselves or lead a team
     */
    public double shareUsed(Person asker, String person) {
        if (!asker.name().equals(person)) {
            Rights.require(asker, Right.SEE_SHARE_USED);
        }
        long used = store.read(handle -> handle.createQuery(Dialect.of(handle).asked(USED, "desk_used(?, ?)"))
                .bind(0, person)
                .bind(1, time.number(clock.instant()))
                .mapTo(Long.class)
                .one());
        // In whole percent: finer steps would tell when somebody looked, and for how long.
        return Math.floorDiv(used * 100, settings.get().budget().toMillis()) / 100.0;
    }

    void add(Handle handle, Looked look) {
        count(handle, look, 1);
    }

    /** As if that look, which was counted, had never been. */
    void takeBack(Handle handle, Looked look) {
        count(handle, look, -1);
    }

    private void count(Handle handle, Looked look, int sign) {
        var weights = new Weights(settings.get());
        int first = sign;
        for (OwnTime.Piece piece : time.pieces(look.from(), look.millis())) {
            Object[] row = {
                first,
                sign * piece.millis(),
                sign * weights.weigh(look.severity(), look.form(), piece.millis()),
                look.person(),
                piece.day(),
                piece.slot(),
                look.form().name(),
                look.severity().name()
            };
            if (handle.execute(ADD, row) == 0) {
                handle.execute(INSERT, row);
            }
            first = 0;
        }
    }

    /** Weighted milliseconds of that person's day. */
    long used(Handle handle, String person, Instant now) {
        return handle.createQuery(USED)
                .bind(0, person)
                .bind(1, time.number(now))
                .mapTo(Long.class)
                .one();
    }

    List<OwnDay.Looks> looks(Handle handle, String person, Instant now) {
        return handle.createQuery(LINES)
                .bind(0, person)
                .bind(1, time.number(now))
                .map((rows, _) -> new OwnDay.Looks(
                        LookForm.valueOf(rows.getString(1)),
                        Severity.valueOf(rows.getString(2)),
                        rows.getInt(3),
                        rows.getLong(4),
                        rows.getLong(5)))
                .list();
    }

    List<OwnDay.HalfHour> halfHours(Handle handle, String person, Instant now) {
        return handle.createQuery(SLOTS)
                .bind(0, person)
                .bind(1, time.number(now))
                .map((rows, _) -> new OwnDay.HalfHour(rows.getInt(1), rows.getLong(2)))
                .list();
    }

    static void forget(Handle handle, int beforeDay) {
        handle.execute(FORGET, beforeDay);
    }
}
