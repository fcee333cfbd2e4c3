package org.moderationdesk.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.quality.Cursor.Come;
import org.moderationdesk.quality.Cursor.Position;
import org.moderationdesk.staff.Person;

/**
 * One pass of drawing. Decisions are read and judged apart; what comes of it is written in short acts, each of which
 * also says how far that has come: who finds that somebody else has gone on meanwhile stops, and what was cut off goes on
 * where the last act ended.
 */
final class Passing {
    /** Few, since nobody else records anything while they are written. */
    private static final int DRAWN_AT_ONCE = 25;

    /** Under which all decisions are counted, whatever stratum they belong to. */
    static final String ALL = "";

    /** A plan draws a decision once, and not while a second review that somebody asked for is not settled. */
    private static final String DRAWN = """
        select count(*)
          from quality_draw d
          join second_review r on r.id = d.review_id
         where d.decision_id = ?
           and (d.asked_by is null or r.state in ('WAITING', 'TAKEN', 'ANSWERED', 'DIFFERS'))
        """;

    private static final String COUNT_MORE = """
        update quality_population
           set decisions = decisions + ?
         where decided_day = ? and stratum = ? and child_safety = ?
        """;
    private static final String COUNT_FIRST = """
        insert into quality_population (decisions, decided_day, stratum, child_safety) values (?, ?, ?, ?)
        """;

    private final Store store;
    private final EventLog log;
    private final QualityRooms rooms;
    private final Draw draw;

    Passing(Store store, EventLog log, QualityRooms rooms, Draw draw) {
        this.store = store;
        this.log = log;
        this.rooms = rooms;
        this.draw = draw;
    }

    record Done(long looked, long drawn) {}

    /** What the next act writes. */
    private record Step(Come from, Come to, List<Decided> looked, List<Weeks.Drawn> drawn, boolean last) {}

    Done through(Person lead, Cursor cursor, Instant until, Progress progress) {
        long looked = 0;
        long drawn = 0;
        boolean more = draw.plan().version() > 0;
        while (more) {
            progress.pass(looked, 0);
            Step step = store.read(handle -> next(handle, cursor, until));
            int made = log.record(lead.name(), act -> write(act, cursor, step));
            looked += made < 0 ? 0 : step.looked().size();
            drawn += Math.max(0, made);
            more = made >= 0 && !step.last();
        }
        return new Done(looked, drawn);
    }

    private Step next(Handle handle, Cursor cursor, Instant until) {
        Come come = cursor.come(handle);
        Instant through = Instant.ofEpochMilli(come.position().at());
        long week = come.week();
        // A week's number is drawn once all of that week has been looked at.
        if (week < Cursor.weekOf(through)) {
            return ofWeek(handle, cursor, come);
        }
        Instant weekEnds = Cursor.startOf(week + 1);
        Instant end = until.isBefore(weekEnds) ? until : weekEnds;
        if (!through.isBefore(end)) {
            return new Step(come, come, List.of(), List.of(), true);
        }
        var batch = Sampling.Batch.read(
                reader(handle), draw.plan(), come.position(), end, rooms.tests().items(handle));
        List<Decided> looked = new ArrayList<>();
        List<Weeks.Drawn> drawn = new ArrayList<>();
        for (Decided one : batch.decided()) {
            if (drawn.size() == DRAWN_AT_ONCE) {
                break;
            }
            looked.add(one);
            if (cursor.takes(one)) {
                draw.of(one).ifPresent(stratum -> drawn.add(new Weeks.Drawn(one, stratum)));
            }
        }
        boolean whole = looked.size() == batch.decided().size();
        Position to = whole
                ? batch.through()
                : new Position(
                        looked.getLast().stored().at().toEpochMilli(),
                        looked.getLast().id());
        boolean last = whole && !batch.more() && end.equals(until) && until.isBefore(weekEnds);
        return new Step(
                come, new Come(to, week), looked.stream().filter(cursor::takes).toList(), drawn, last);
    }

    private Step ofWeek(Handle handle, Cursor cursor, Come come) {
        var weeks = new Weeks(draw);
        if (draw.plan().sections().stream().anyMatch(section -> section.perWeek() > 0)) {
            var at = new Position(Cursor.startOf(come.week()).toEpochMilli(), "");
            boolean more = true;
            while (more) {
                var batch = Sampling.Batch.read(
                        reader(handle),
                        draw.plan(),
                        at,
                        Cursor.startOf(come.week() + 1),
                        rooms.tests().items(handle));
                batch.decided().stream().filter(cursor::takes).forEach(weeks::add);
                at = batch.through();
                more = batch.more();
            }
        }
        List<Weeks.Drawn> open = weeks.drawn().stream()
                .filter(one -> !isDrawn(handle, one.decided().id()))
                .toList();
        boolean rest = open.size() > DRAWN_AT_ONCE;
        Come to = new Come(come.position(), rest ? come.week() : come.week() + 1);
        return new Step(come, to, List.of(), rest ? open.subList(0, DRAWN_AT_ONCE) : open, false);
    }

    /** How many were drawn; -1 when somebody else has gone on, or made another plan, meanwhile. */
    private int write(Act act, Cursor cursor, Step step) {
        Handle handle = act.handle();
        if (!cursor.come(handle).equals(step.from())
                || SamplingPlans.inForce(handle).version() != draw.plan().version()) {
            return -1;
        }
        if (!step.to().equals(step.from())) {
            cursor.move(handle, step.to());
        }
        count(handle, step.looked());
        var drawing = new Drawing(act, rooms.items(), rooms.rules().inForce());
        DecidedReader reader = reader(handle);
        int drawn = 0;
        for (Weeks.Drawn one : step.drawn()) {
            String id = one.decided().id();
            if (reader.stands(id) && !isDrawn(handle, id)) {
                var _ = drawing.draw(one.decided(), one.stratum(), draw.plan(), null, null);
                drawn++;
            }
        }
        return drawn;
    }

    private void count(Handle handle, List<Decided> looked) {
        Map<List<Object>, Integer> counts = new HashMap<>();
        for (Decided one : looked) {
            long day = Duration.ofMillis(one.stored().at().toEpochMilli()).toDays();
            counts.merge(List.of(day, ALL, one.childSafety()), 1, Integer::sum);
            draw.strata().stream()
                    .filter(stratum -> draw.belongs(one, stratum))
                    .forEach(stratum ->
                            counts.merge(List.of(day, stratum.stored(), one.childSafety()), 1, Integer::sum));
        }
        counts.forEach((key, number) -> {
            if (handle.execute(COUNT_MORE, number, key.get(0), key.get(1), key.get(2)) == 0) {
                Rows.one(handle.execute(COUNT_FIRST, number, key.get(0), key.get(1), key.get(2)));
            }
        });
    }

    private static boolean isDrawn(Handle handle, String decisionId) {
        return handle.createQuery(DRAWN)
                        .bind(0, decisionId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private DecidedReader reader(Handle handle) {
        return new DecidedReader(handle, rooms.items(), rooms.rules().inForce());
    }
}
