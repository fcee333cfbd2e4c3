package org.moderationdesk.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Reads how far quality review has come. Not for the JavaFX thread; safe for any other. */
public final class Coverages {
    private static final String DRAWN = """
        select d.stratum, r.state, count(*) as drawn,
               sum(case when r.due_at < :now then 1 else 0 end) as late
          from quality_draw d
          join second_review r on r.id = d.review_id
         where d.decided_at >= :from and d.decided_at < :until and (:cleared = true or d.child_safety = false and %s)
           and not exists (select 1
                             from second_review mine
                            where mine.item_id = d.item_id and mine.state = 'TAKEN' and mine.second_person = :me)
         group by d.stratum, r.state
        """.formatted(Clearance.unmarked("d.item_id"));
    private static final String DECISIONS = """
        select stratum, sum(decisions) as decisions
          from quality_population
         where decided_day >= :from and decided_day <= :until and (:cleared = true or child_safety = false)
         group by stratum
        """;

    private final Store store;
    private final InstantSource clock;

    public Coverages(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Of the decisions that were made in a period.
     *
     * @param from the day, by UTC, that this falls on is counted whole
     * @param until and so is this one's, unless it begins the day
     */
    public Coverage of(Person lead, Instant from, Instant until) {
        Rights.require(lead, Right.PLAN_QUALITY);
        long first = Math.floorDiv(from.toEpochMilli(), Duration.ofDays(1).toMillis());
        long last = Math.floorDiv(until.toEpochMilli() - 1, Duration.ofDays(1).toMillis());
        return store.read(handle -> {
            Map<Stratum, Sum> sums = new TreeMap<>();
            var total = new Sum();
            decisions(handle, lead, first, last).forEach((stratum, number) -> {
                Sum sum = stratum.equals(Passing.ALL)
                        ? total
                        : sums.computeIfAbsent(Stratum.read(stratum), _ -> new Sum());
                sum.decisions = number;
            });
            handle.createQuery(DRAWN)
                    .bind("now", clock.millis())
                    .bind("from", Duration.ofDays(first).toMillis())
                    .bind("until", Duration.ofDays(last + 1).toMillis())
                    .bind("cleared", Rights.sees(lead, true))
                    .bind("me", lead.name())
                    .map((row, _) -> new Found(
                            Stratum.read(row.getString("stratum")),
                            Stage.valueOf(row.getString("state")),
                            row.getLong("drawn"),
                            row.getLong("late")))
                    .forEach(found -> sums.computeIfAbsent(found.stratum(), _ -> new Sum())
                            .add(found));
            List<Coverage.Line> lines = new ArrayList<>();
            sums.forEach((stratum, sum) -> {
                lines.add(sum.line(stratum));
                total.add(sum);
            });
            return new Coverage(from, until, through(handle, lead), lines, total.line(null));
        });
    }

    private static Map<String, Long> decisions(Handle handle, Person lead, long first, long last) {
        var found = new HashMap<String, Long>();
        handle.createQuery(DECISIONS)
                .bind("from", first)
                .bind("until", last)
                .bind("cleared", Rights.sees(lead, true))
                .map((row, _) -> Map.entry(row.getString("stratum"), row.getLong("decisions")))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /** The earlier of the two, for who may know of both. */
    private static @Nullable Instant through(Handle handle, Person lead) {
        List<Optional<Instant>> all =
                Cursor.of(lead).stream().map(cursor -> cursor.through(handle)).toList();
        return all.stream().anyMatch(Optional::isEmpty)
                ? null
                : all.stream()
                        .map(Optional::orElseThrow)
                        .min(Instant::compareTo)
                        .orElse(null);
    }

    private record Found(Stratum stratum, Stage stage, long drawn, long late) {}

    private static final class Sum {
        private long decisions;
        private long drawn;
        private long waiting;
        private long overdue;
        private long reviewed;
        private long agreed;
        private long disputed;
        private long open;
        private long dropped;

        void add(Found found) {
            drawn += found.drawn();
            switch (found.stage()) {
                case WAITING, TAKEN -> {
                    waiting += found.drawn();
                    overdue += found.late();
                }
                case ANSWERED -> reviewed += found.drawn();
                case AGREED -> {
                    reviewed += found.drawn();
                    agreed += found.drawn();
                }
                case DIFFERS, CALIBRATION -> {
                    reviewed += found.drawn();
                    disputed += found.drawn();
                    open += found.drawn();
                }
                case KEPT, OVERTURNED -> {
                    reviewed += found.drawn();
                    disputed += found.drawn();
                }
                case DROPPED -> dropped += found.drawn();
            }
        }

        void add(Sum other) {
            drawn += other.drawn;
            waiting += other.waiting;
            overdue += other.overdue;
            reviewed += other.reviewed;
            agreed += other.agreed;
            disputed += other.disputed;
            open += other.open;
            dropped += other.dropped;
        }

        Coverage.Line line(@Nullable Stratum stratum) {
            return new Coverage.Line(
                    stratum, decisions, drawn, waiting, overdue, reviewed, agreed, disputed, open, dropped);
        }
    }
}
